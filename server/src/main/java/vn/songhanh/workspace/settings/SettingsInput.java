package vn.songhanh.workspace.settings;

import org.jspecify.annotations.Nullable;

/** What a caller says about the settings. */
public record SettingsInput(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable String locale) {

    static SettingsInput of(WorkspaceSettings settings) {
        return new SettingsInput(settings.name(), settings.zone().getId(), settings.currency(), settings.locale());
    }
}

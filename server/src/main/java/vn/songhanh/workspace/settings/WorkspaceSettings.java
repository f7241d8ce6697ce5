package vn.songhanh.workspace.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * The settings of the company.
 *
 * @param id names this installation in what leaves it: exported events, file paths
 * @param zone in which days begin and end
 * @param currency of amounts that name none (ISO 4217)
 * @param locale the language of whoever has not chosen one
 */
public record WorkspaceSettings(UUID id, long version, String name, ZoneId zone, String currency, String locale) {

    @JsonIgnore
    public Locale language() {
        return Locale.forLanguageTag(locale);
    }
}

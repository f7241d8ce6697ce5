package vn.songhanh.contacts.source;

import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.Invalid;

/** Where somebody came from, as UTM parameters tell it. */
public record Source(
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable String medium) {

    public static final Source UNKNOWN = new Source(null, null, null);

    public Source checked(Invalid.Check check) {
        return equals(UNKNOWN)
                ? UNKNOWN
                : new Source(
                        ColumnForm.shortText(channel, "source.channel", check),
                        ColumnForm.shortText(campaign, "source.campaign", check),
                        ColumnForm.shortText(medium, "source.medium", check));
    }

    public Source filledWith(Source file) {
        return new Source(
                file.channel == null ? channel : file.channel,
                file.campaign == null ? campaign : file.campaign,
                file.medium == null ? medium : file.medium);
    }
}

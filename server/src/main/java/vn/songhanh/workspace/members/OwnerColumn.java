package vn.songhanh.workspace.members;

import java.util.Map;
import java.util.Objects;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget.Field;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;

/** The column of a file that says who looks after its records. */
public final class OwnerColumn {

    public static final Field FIELD = Field.of(
                    "owner",
                    "người phụ trách | chủ sở hữu | nhân viên | nhân viên kinh doanh | owner"
                            + " | account owner | deal owner | sales agent | sales rep | assigned to")
            .naming("name", "email");

    public record Owner(MemberId member, TeamId team) {}

    private final Map<String, Owner> named;
    private final Owner importer;

    OwnerColumn(Map<String, Owner> named, Owner importer) {
        this.named = named;
        this.importer = importer;
    }

    /** Whom the row names; where it names nobody, whoever imports it. */
    public Owner of(ImportRow row, Invalid.Check check) {
        return Objects.requireNonNullElse(row.reference("owner", named, check), importer);
    }
}

package vn.songhanh.workspace.customfields;

import java.util.List;
import vn.songhanh.shared.FieldType;

/**
 * A field as a screen needs to know it.
 *
 * @param name as filters write it, and as records have it
 * @param label in the viewer's language
 * @param options of a closed list
 * @param plain whether a record has one value under this name, which is changed by saying another
 * @param editable whether it is plain and this viewer may change it, in records that he may change at all
 * @param archived not asked for any more; told where it was answered
 */
record FieldView(
        String name,
        String label,
        FieldType type,
        List<Option> options,
        boolean sortable,
        boolean plain,
        boolean editable,
        boolean archived) {

    record Option(String value, String label) {}
}

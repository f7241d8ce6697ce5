package vn.songhanh.contacts;

import java.util.Arrays;
import vn.songhanh.contacts.AdministrativeUnits.Province;
import vn.songhanh.contacts.AdministrativeUnits.Ward;

/** Writes the cells that files of contacts and of companies have alike. */
final class ExportCells {

    private ExportCells() {}

    static String province(String code) {
        Province province = AdministrativeUnits.province(code);
        return province == null ? code : province.name();
    }

    static String ward(String code) {
        Ward ward = AdministrativeUnits.ward(code);
        return ward == null ? code : ward.name();
    }

    static Object phones(String[] numbers) {
        return Arrays.stream(numbers).map(Phones::national).toList();
    }
}

package vn.songhanh.contacts.company;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Vietnamese tax code: ten digits of which the last is a check digit, with {@code -001} to {@code -999} for a branch;
 * or the twelve digits of a personal id, which households and individuals use and which have no check digit.
 */
public record TaxCode(String value) {

    private static final Pattern COMPANY = Pattern.compile("(\\d{10})(?:[- ]?(\\d{3}))?");
    private static final Pattern PERSON = Pattern.compile("\\d{12}");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    /** Empty when it does not have the shape of one; branches get their hyphen. */
    public static Optional<TaxCode> parse(String text) {
        String bare = text.strip();
        Matcher company = COMPANY.matcher(bare);
        if (company.matches()) {
            String branch = company.group(2);
            if (branch == null) {
                return Optional.of(new TaxCode(company.group(1)));
            }
            return branch.equals("000") ? Optional.empty() : Optional.of(new TaxCode(company.group(1) + "-" + branch));
        }
        return PERSON.matcher(bare).matches() ? Optional.of(new TaxCode(bare)) : Optional.empty();
    }

    /** Whether the check digit is right. Imports keep codes that fail this: they may be wrong where they came from. */
    public boolean checks() {
        if (value.length() == 12) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        int remainder = sum % 11;
        return remainder != 0 && 10 - remainder == value.charAt(9) - '0';
    }

    public boolean isBranch() {
        return value.length() == 14;
    }
}

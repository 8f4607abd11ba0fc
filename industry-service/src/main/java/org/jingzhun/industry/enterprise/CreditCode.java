package org.jingzhun.industry.enterprise;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Unified social credit code 【统一社会信用代码】 of an organisation, GB 32100-2015: 17 characters and one that is computed from them. There is no
 * other: what does not fit cannot be made.
 */
record CreditCode(@JsonValue String value) {

    /** Digits and letters without I, O, S, V and Z; the place of each is its number. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Kind of registration, kind of organisation, division, organisation code, check character. */
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int CHECKED = 17;
    private static final int FACTOR = 3;

    @JsonCreator
    CreditCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not 18 characters of GB 32100");
        }
        if (value.charAt(CHECKED) != checkCharacter(value.substring(0, CHECKED))) {
            throw new IllegalArgumentException("the check character does not fit");
        }
    }

    /** The last character for the first 17. */
    static char checkCharacter(String first) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < CHECKED; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * FACTOR % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}

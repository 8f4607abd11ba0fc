package org.jingzhun.finance.fundsource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An amount of money in yuan, to the fen, more than nothing; written as text, so that nobody counts it in binary fractions. */
record Amount(BigDecimal yuan) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,16}\\.[0-9]{2}");
    private static final int FEN = 2;

    Amount {
        yuan = yuan.setScale(FEN, RoundingMode.UNNECESSARY);
        if (yuan.signum() <= 0 || yuan.precision() > 18) {
            throw new IllegalArgumentException("not an amount");
        }
    }

    /** Reads {@code 16245000.00}. */
    @JsonCreator
    static Amount of(String written) {
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException("not yuan with two places");
        }
        return new Amount(new BigDecimal(written));
    }

    @JsonValue
    String written() {
        return yuan.toPlainString();
    }
}

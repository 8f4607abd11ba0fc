package org.jingzhun.household.facts;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Values;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deciphers what rules look at in clear: documents, and phones where they are asked for. */
@Component
public class FactCiphers {

    private final FieldCipher cipher;

    FactCiphers(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Takes a value that is stored as a cipher.
     *
     * @param number of the person or household whose row it is
     */
    public void fill(Values values, Field field, byte @Nullable [] stored, String number) {
        values.set(field, stored == null ? null : cipher.decryptText(stored, field.cipherColumn(), number));
    }
}

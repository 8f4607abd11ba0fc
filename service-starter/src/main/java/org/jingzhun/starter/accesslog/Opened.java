package org.jingzhun.starter.accesslog;

import org.jingzhun.starter.access.CodeRange;
import org.jspecify.annotations.Nullable;

/**
 * What was opened.
 *
 * @param what such as {@code export.made}
 * @param subject the number of the record, if it was a single one; no personal data
 * @param area the division that it lies in or that was searched; empty for the whole country
 * @param purpose as the caller stated it
 * @param records how many records were shown
 */
public record Opened(String what, @Nullable String subject, String area, @Nullable String purpose, int records) {

    private static final int WHAT_LENGTH = 40;
    private static final int SUBJECT_LENGTH = 64;
    private static final int PURPOSE_LENGTH = 200;

    public Opened {
        // an entry that does not fit would hold up all that wait behind it
        if (what.isBlank() || what.length() > WHAT_LENGTH || (subject != null && subject.length() > SUBJECT_LENGTH)
                || (purpose != null && purpose.length() > PURPOSE_LENGTH) || !CodeRange.isPrefix(area) || records < 0) {
            throw new IllegalArgumentException("not an entry of the access log: " + what);
        }
    }

    /** A single record, without a stated purpose. */
    public static Opened one(String what, String subject, String area) {
        return new Opened(what, subject, area, null, 1);
    }
}

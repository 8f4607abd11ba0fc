package org.jingzhun.household.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two entries are compared by. Kept in memory while a pair is judged, and nowhere else.
 *
 * @param residentId the first 18 characters of the document, in clear
 * @param idDigest of the document, under a key that stays: a judged pair is not raised again because the register's key was changed
 * @param phones digests of the person's and of the household's phone, likewise
 * @param family the others of the household
 */
record Facts(long id, String number, String name, String sex, LocalDate born, String residentId, String idDigest,
        Set<String> phones, long household, String village, List<Relative> family) {

    /** Another member of a household. */
    record Relative(long person, String name, LocalDate born) {}

    /** What must change before a judged pair is raised again. */
    String compared() {
        return String.join("|", number, name, sex, born.toString(), idDigest, String.join("+", new TreeSet<>(phones)), village);
    }

    @Override
    public String toString() {
        return "Facts[" + number + "]"; // the rest is personal
    }
}

package org.jingzhun.household.rules;

import java.util.List;

import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.first;
import static org.jingzhun.household.rules.PersonRule.person;

/** Resident IDs, disability numbers and phones of members; GB 11643. What builds on a wrong number is silent. */
final class DocumentRules {

    private static final Fields ID = Fields.of(RESIDENT_ID);

    static final List<PersonRule> ALL = List.of(
            first("id-missing", RESIDENT_ID, ID, (it, limits) -> broken(!it.values().has(RESIDENT_ID))),
            flaw("id-length", ResidentId.Kind.LENGTH),
            first("id-15-digits", RESIDENT_ID, ID, (it, limits) -> it.flaw()
                    .filter(flaw -> flaw.kind() == ResidentId.Kind.FIFTEEN_DIGITS)
                    .map(flaw -> List.of(ResidentId.mask(String.valueOf(flaw.expected())))).orElse(null)),
            flaw("id-characters", ResidentId.Kind.CHARACTERS),
            flaw("id-placeholder", ResidentId.Kind.PLACEHOLDER),
            flaw("id-birth-date", ResidentId.Kind.BIRTH_DATE),
            flaw("id-birth-too-old", ResidentId.Kind.TOO_OLD),
            first("birth-in-future", RESIDENT_ID, ID,
                    (it, limits) -> has(it, ResidentId.Kind.FUTURE) ? List.of(it.on().toString()) : null),
            first("id-check-digit", RESIDENT_ID, ID, (it, limits) -> it.flaw()
                    .filter(flaw -> flaw.kind() == ResidentId.Kind.CHECK_DIGIT)
                    .map(flaw -> List.of(String.valueOf(flaw.expected()))).orElse(null)),
            first("id-disability-number", RESIDENT_ID, ID, (it, limits) -> broken(it.hasWrongCertificate())),
            first("phone-not-11-digits", PHONE, Fields.of(PHONE), DocumentRules::phone),
            person("worker-phone-not-mobile", PHONE, Fields.of(PHONE),
                    (it, limits) -> {
                        var phone = it.values().text(PHONE);
                        return broken(phone != null && it.works() && phone.startsWith("0"));
                    }));

    private DocumentRules() {}

    private static PersonRule flaw(String code, ResidentId.Kind kind) {
        return first(code, RESIDENT_ID, ID, (it, limits) -> broken(has(it, kind)));
    }

    private static boolean has(PersonFacts person, ResidentId.Kind kind) {
        return person.flaw().filter(flaw -> flaw.kind() == kind).isPresent();
    }

    private static @Nullable List<String> phone(PersonFacts person, Limits limits) {
        var phone = person.values().text(PHONE);
        return broken(phone != null && !Phone.valid(phone));
    }
}

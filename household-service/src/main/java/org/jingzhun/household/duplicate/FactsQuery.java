package org.jingzhun.household.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.household.duplicate.Facts.Relative;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what persons are compared by, of those who live in a household today. */
@Component
class FactsQuery {

    private static final int RESIDENT_ID = 18; // a disability number goes on with kind and grade

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Digests digests;

    FactsQuery(JdbcClient jdbc, FieldCipher cipher, Digests digests) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.digests = digests;
    }

    Map<Long, Facts> of(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var found = jdbc.sql("""
                select p.id, p.number, p.name, p.sex, p.birth_date, p.resident_id, p.phone, h.phone, h.number, h.id,
                       h.village
                  from person p
                  join membership m on m.open_person = p.id
                  join household h on h.id = m.household_id
                 where p.id in (:persons) and h.removed_on is null
                """).param("persons", persons).query((row, index) -> facts(row)).list();
        var families = families(found.stream().map(Facts::household).distinct().toList());
        var facts = new HashMap<Long, Facts>();
        for (var one : found) {
            var family = families.getOrDefault(one.household(), List.of()).stream()
                    .filter(relative -> relative.person() != one.id()).toList();
            facts.put(one.id(), new Facts(one.id(), one.number(), one.name(), one.sex(), one.born(), one.residentId(),
                    one.idDigest(), one.phones(), one.household(), one.village(), family));
        }
        return facts;
    }

    private Facts facts(ResultSet row) throws SQLException {
        var number = row.getString(2);
        var document = cipher.decryptText(row.getBytes(6), "person.resident_id", number);
        var residentId = document.substring(0, Math.min(RESIDENT_ID, document.length()));
        return new Facts(row.getLong(1), number, row.getString(3), row.getString(4), row.getObject(5, LocalDate.class),
                residentId,
                digest("resident-id", residentId), phones(row, number), row.getLong(10), row.getString(11), List.of());
    }

    private Set<String> phones(ResultSet row, String person) throws SQLException {
        var phones = new HashSet<String>();
        addPhone(phones, row.getBytes(7), "person.phone", person);
        addPhone(phones, row.getBytes(8), "household.phone", row.getString(9));
        return Set.copyOf(phones);
    }

    private void addPhone(Set<String> phones, byte @Nullable [] stored, String column, String number) {
        if (stored != null) {
            phones.add(digest("phone", cipher.decryptText(stored, column, number)));
        }
    }

    /** Not the digest that the register has: that changes with its key. */
    private String digest(String purpose, String value) {
        return HexFormat.of().formatHex(digests.of(purpose, value));
    }

    private Map<Long, List<Relative>> families(Collection<Long> households) {
        var families = new HashMap<Long, List<Relative>>();
        if (!households.isEmpty()) {
            jdbc.sql("""
                    select m.household_id, p.id, p.name, p.birth_date
                      from membership m join person p on p.id = m.person_id
                     where m.household_id in (:households) and m.left_on is null
                    """).param("households", households)
                    .query(row -> {
                        families.computeIfAbsent(row.getLong(1), household -> new ArrayList<>())
                                .add(new Relative(row.getLong(2), row.getString(3), row.getObject(4, LocalDate.class)));
                    });
        }
        return families;
    }
}

package org.jingzhun.household.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds persons who live in a household of the caller's scope today. Children are found only where he may see them. */
@Service
class PersonSearch {

    private static final int SHOWN = 50;

    /** Persons of the same beginning of a name that are looked at; among them those of the scope are shown. */
    private static final int LOOKED_AT = 20_000;

    private final JdbcClient jdbc;
    private final Digests digests;
    private final FieldCipher cipher;
    private final Divisions divisions;
    private final Sensitivity sensitivity;
    private final Audit audit;
    private final AccessLog accesses;

    PersonSearch(JdbcClient jdbc, Digests digests, FieldCipher cipher, Divisions divisions, Sensitivity sensitivity,
            Audit audit, AccessLog accesses) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.cipher = cipher;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
        this.audit = audit;
        this.accesses = accesses;
    }

    @Transactional
    public PersonSearchController.PersonHits find(PersonSearchController.WantedPerson wanted, Scope scope, Scope sensitive,
            Caller caller) {
        var found = rows(wanted, scope, sensitive);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        audit.record(caller, "person.searched", new Subject("person", null, wanted.area()),
                Map.of("by", wanted.field(), "hits", shown.size(), "purpose", wanted.purpose()));
        accesses.record(caller, new Opened("person.searched", shown.size() == 1 ? shown.getFirst().person() : null,
                searched(wanted, scope, shown), wanted.purpose(), shown.size()));
        return new PersonSearchController.PersonHits(shown, found.size() <= SHOWN);
    }

    /** The area that was asked for; else the smallest one around those who were found, or around all that the caller reaches. */
    private static String searched(PersonSearchController.WantedPerson wanted, Scope scope, List<PersonHit> shown) {
        if (wanted.area() != null) {
            return wanted.area();
        }
        if (shown.isEmpty()) {
            return scope instanceof Scope.Ranges ranges ? ranges.span().division() : "";
        }
        return new CodeRange(shown.getFirst().village(), shown.getLast().village()).division(); // in the order of their villages
    }

    private List<PersonHit> rows(PersonSearchController.WantedPerson wanted, Scope scope, Scope sensitive) {
        var where = scope.condition("h.village");
        var children = sensitive.condition("h.village", "sensitive");
        var params = new HashMap<>(where.params());
        params.putAll(children.params());
        params.put("grownUp", sensitivity.childrenBornAfter());
        params.put("shown", SHOWN + 1);
        var area = "";
        if (wanted.area() != null) {
            var range = CodeRange.under(wanted.area());
            params.put("from", range.from());
            params.put("to", range.to());
            area = "and h.village between :from and :to";
        }
        return jdbc.sql("""
                select p.number, p.name, p.sex, p.birth_date, p.resident_id, m.relation, h.number, h.village
                  from (select number, id, name, sex, birth_date, resident_id from person where %s limit %d) p
                  join membership m on m.person_id = p.id and m.left_on is null
                  join household h on h.id = m.household_id
                 where %s %s and (p.birth_date <= :grownUp or %s)
                 order by h.village, h.number, p.number
                 limit :shown
                """.formatted(match(wanted, params), LOOKED_AT, where.sql(), area, children.sql())).params(params)
                .query((row, number) -> new PersonHit(row.getString(1), row.getString(2), row.getString(3),
                        row.getObject(4, LocalDate.class),
                        ResidentId.mask(cipher.decryptText(row.getBytes(5), "person.resident_id", row.getString(1))),
                        row.getString(6),
                        row.getString(7), row.getString(8), divisions.name(row.getString(8))))
                .list();
    }

    private String match(PersonSearchController.WantedPerson wanted, Map<String, Object> params) {
        var name = wanted.name();
        if (name != null) {
            var beginning = name.endsWith("*");
            params.put("name", beginning ? escaped(name.substring(0, name.length() - 1)) + "%" : name);
            return beginning ? "name like :name" : "name = :name";
        }
        var id = wanted.residentId();
        if (id != null) {
            var plain = id.strip().toUpperCase(Locale.ROOT);
            params.put("digest", digests.of("resident-id", plain.length() > 18 ? plain.substring(0, 18) : plain));
            return "resident_id_digest = :digest";
        }
        var phone = wanted.phone();
        params.put("digest", digests.of("phone", phone == null ? "" : phone.strip()));
        return "phone_digest = :digest";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A person found, and where he lives. */
    record PersonHit(String person, String name, String sex, LocalDate birthDate, String residentId, String relation,
            String household,
            String village, String villageName) {}
}

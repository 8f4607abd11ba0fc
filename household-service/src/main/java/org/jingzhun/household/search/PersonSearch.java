package org.jingzhun.household.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.register.FilterCheck;
import org.jingzhun.household.register.PersonMerges;
import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.household.search.PersonSearchController.PersonHits;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds persons who live in a household of the caller's scope today. Children are found only where he may see them. */
@Service
class PersonSearch {

    private static final String BEHIND_ALL = "z".repeat(33);

    private final JdbcClient jdbc;
    private final Digests digests;
    private final StoredDigests stored;
    private final FieldCipher cipher;
    private final Divisions divisions;
    private final Sensitivity sensitivity;
    private final FilterCheck check;
    private final Audit audit;
    private final AccessLog accesses;
    private final PersonMerges merges;
    private final Clock clock;

    PersonSearch(JdbcClient jdbc, Digests digests, StoredDigests stored, FieldCipher cipher, Divisions divisions,
            Sensitivity sensitivity, FilterCheck check, Audit audit, AccessLog accesses, PersonMerges merges, Clock clock) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.stored = stored;
        this.cipher = cipher;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
        this.check = check;
        this.audit = audit;
        this.accesses = accesses;
        this.merges = merges;
        this.clock = clock;
    }

    @Transactional
    public PersonHits find(WantedPerson wanted, Cursor after, Scope scope, Scope sensitive, Caller caller) {
        check.check(wanted.filter());
        var onlySensitive = wanted.disabilityNumber() != null || check.isSensitive(wanted.filter());
        if (onlySensitive && sensitive instanceof Scope.None) {
            throw new SensitiveWithheld();
        }
        var seal = seal(wanted);
        if (!after.isStart() && !after.text(3).equals(seal)) {
            throw new SearchMarkOfAnother();
        }
        var page = page(wanted, statements(wanted, after, scope, sensitive, onlySensitive), after, seal);
        if (page.items().isEmpty() && after.isStart()) {
            page = old(wanted).flatMap(old -> merges.survivor(old).map(into -> survivor(old, wanted.ofPerson(into.number()),
                    after, scope, sensitive, seal))).orElse(page);
        }
        audit.record(caller, "person.searched", new Subject("person", null, wanted.area()),
                Map.of("by", wanted.by(), "hits", page.items().size(), "purpose", wanted.purpose()));
        accesses.record(caller, new Opened("person.searched", page.items().size() == 1 ? page.items().getFirst().person() : null,
                searched(wanted, scope, page.items()), wanted.purpose(), page.items().size()));
        return new PersonHits(page.items(), page.next() == null, page.next());
    }

    /** The statements of a page, apart from their reading, so that their plans can be looked at. */
    SearchStatements statements(WantedPerson wanted, Cursor after, Scope scope, Scope sensitive, boolean onlySensitive) {
        return new SearchStatements(wanted, scope, sensitive, onlySensitive, LocalDate.now(clock),
                sensitivity.childrenBornAfter(), after);
    }

    /** The number of the entry that is searched for by its number or resident ID; it may have been merged into another one. */
    private Optional<String> old(WantedPerson wanted) {
        return wanted.residentId() == null
                ? Optional.ofNullable(wanted.personNumber()).map(String::strip)
                : jdbc.sql("select number from person where resident_id_digest in (:digests)")
                        .param("digests", SearchKey.residentId(wanted.residentId(), stored)).query(String.class).optional();
    }

    private Page<PersonHit> survivor(String old, WantedPerson into, Cursor after, Scope scope, Scope sensitive, String seal) {
        var page = page(into, statements(into, after, scope, sensitive, false), after, seal);
        var lived = merges.into(old).map(PersonMerges.Merge::mergedVillage).filter(scope::covers);
        return new Page<>(page.items().stream().map(hit -> hit.withMergedFrom(lived.isPresent() ? old : null)).toList(),
                page.next());
    }

    private Page<PersonHit> page(WantedPerson wanted, SearchStatements statements, Cursor after, String seal) {
        var key = SearchKey.of(wanted, stored);
        if (key != null) {
            statements.params().putAll(key.params());
            if (!key.isFrequent(jdbc)) {
                return Page.of(hits(statements.among(key.ids()), statements.params(), wanted), after, hit -> position(hit, seal));
            }
        }
        var horizon = jdbc.sql(statements.horizon()).params(statements.params())
                .query((row, index) -> List.of(row.getString(1), row.getString(2))).optional().orElse(null);
        if (horizon != null) {
            statements.params().put("toVillage", horizon.get(0));
            statements.params().put("toHousehold", horizon.get(1));
        }
        var found = hits(statements.walk(key == null ? null : key.condition(), horizon != null), statements.params(), wanted);
        return found.size() > after.limit() || horizon == null
                ? Page.of(found, after, hit -> position(hit, seal))
                : Page.upTo(found, after, List.of(horizon.get(0), horizon.get(1), BEHIND_ALL, seal));
    }

    private List<PersonHit> hits(String sql, Map<String, Object> params, WantedPerson wanted) {
        var found = new ArrayList<PersonHit>();
        jdbc.sql(sql).params(params).query(row -> {
            var hit = hit(row, wanted.disabilityNumber());
            if (hit != null) {
                found.add(hit);
            }
        });
        return found;
    }

    /** A disability certificate starts with the resident ID, whose digest found the person: the rest is compared here. */
    private @Nullable PersonHit hit(ResultSet row, @Nullable String certificate) throws SQLException {
        var number = row.getString(1);
        var id = cipher.decryptText(row.getBytes(5), "person.resident_id", number);
        if (certificate != null && !id.equals(certificate.strip().toUpperCase(Locale.ROOT))) {
            return null;
        }
        return new PersonHit(number, row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), ResidentId.mask(id),
                row.getString(6), row.getString(7), row.getString(8), divisions.name(row.getString(8)), null);
    }

    private static List<String> position(PersonHit hit, String seal) {
        return List.of(hit.village(), hit.household(), hit.person(), seal);
    }

    /** What is searched for stands in the body, which the mark of a page does not cover; this does. */
    private String seal(WantedPerson wanted) {
        return HexFormat.of().formatHex(digests.of("search", wanted.keys() + "/" + wanted.known() + "/" + wanted.area()), 0, 8);
    }

    /** The area that was asked for; else the smallest one around those who were found, or around all that the caller reaches. */
    private static String searched(WantedPerson wanted, Scope scope, List<PersonHit> shown) {
        if (wanted.area() != null) {
            return wanted.area();
        }
        if (shown.isEmpty()) {
            return scope instanceof Scope.Ranges ranges ? ranges.span().division() : "";
        }
        return new CodeRange(shown.getFirst().village(), shown.getLast().village()).division(); // in the order of their villages
    }
}

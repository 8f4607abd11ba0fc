package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The life of a household and of a person: what happened, the newest first. Seen by who covers the village where it happened, or the other
 * one that it touched; a page may be short where others do not.
 */
@Component
class Life {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String EVENT = """
            e.id, e.number, e.action, e.effective_on, e.recorded_at, e.household, e.village, e.person, e.other_household,
            e.other_village, e.change_number, e.import_number, e.fields, e.reason, e.evidence, e.entered_by, e.approved_by
              from register_event e""";
    private static final String PART = """
            (select %s force index (%s) where %s
                and e.effective_on <= :day and (e.effective_on < :day or e.id < :id)
              order by e.effective_on desc, e.id desc limit :fetch)""";
    private static final String WHOLE = "select * from (%s union all %s) e order by e.effective_on desc, e.id desc limit :fetch";

    static final String OF_HOUSEHOLD = WHOLE.formatted(
            PART.formatted(EVENT, "register_event_by_household", "e.household = :number"),
            PART.formatted(EVENT, "register_event_by_other", "e.other_household = :number and e.household <> :number"));
    static final String OF_PERSON = WHOLE.formatted(PART.formatted(EVENT, "register_event_by_person", "e.person = :number"),
            PART.formatted(EVENT, "register_event_by_household", """
                    e.household in (:households) and e.import_number is not null and e.person is null
                    and e.recorded_at in (:recorded)"""));

    private final JdbcClient jdbc;
    private final LifeValues values;

    Life(JdbcClient jdbc, LifeValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    Page<LifeEvent> ofHousehold(String number, Cursor after, Scope scope, Scope sensitive) {
        var village = jdbc.sql("select village from household where number = :number").param("number", number)
                .query(String.class).optional().orElseThrow(HouseholdNotFound::new);
        var read = events(OF_HOUSEHOLD, Map.of("number", number), after);
        var page = values.page(read, null, after, scope, sensitive);
        if (page.items().isEmpty() && after.isStart() && !scope.covers(village)) {
            throw new HouseholdNotFound();
        }
        return page;
    }

    Page<LifeEvent> ofPerson(String number, Cursor after, Scope scope, Scope sensitive) {
        var homes = jdbc.sql("""
                select h.number, h.village, m.left_on from membership m join household h on h.id = m.household_id
                  join person p on p.id = m.person_id
                 where p.number = :number order by m.left_on is not null, m.left_on desc
                """).param("number", number).query((row, index) -> new Home(row.getString(1), row.getString(2))).list();
        if (homes.isEmpty()) {
            throw new PersonNotFound();
        }
        var recorded = new ArrayList<>(Timelines.ofPersons(jdbc, List.of(number)).recorded(number));
        recorded.addAll(Timelines.ofMemberships(jdbc, List.of(number)).recorded(number));
        recorded.add(LocalDateTime.MIN.withYear(1000));
        var read = events(OF_PERSON, Map.of("number", number, "households", homes.stream().map(Home::number).distinct().toList(),
                "recorded", recorded), after);
        var page = values.page(read, number, after, scope, sensitive);
        if (page.items().isEmpty() && after.isStart() && !scope.covers(homes.getFirst().village)) {
            throw new PersonNotFound();
        }
        return page;
    }

    /** The smallest area around what was shown, for the access log. */
    static String area(Page<LifeEvent> page) {
        return page.items().stream().map(LifeEvent::village).filter(Objects::nonNull).findFirst().orElse("");
    }

    private List<Event> events(String sql, Map<String, Object> params, Cursor after) {
        var all = new HashMap<>(params);
        all.put("day", after.isStart() ? LocalDate.of(9999, 12, 31) : LocalDate.parse(after.text(0)));
        all.put("id", after.isStart() ? Long.MAX_VALUE : after.number(1));
        all.put("fetch", after.fetch());
        return jdbc.sql(sql).params(all).query((row, index) -> event(row)).list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var fields = row.getString(13);
        return new Event(row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDateTime.class), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11), row.getString(12),
                fields == null || fields.isEmpty() ? List.of() : List.of(fields.split(",")), row.getString(14), row.getString(15),
                row.getString(16), row.getString(17));
    }

    private record Home(String number, String village) {}

    /** A row of the table. */
    record Event(long id, String number, String action, LocalDate effectiveOn, LocalDateTime recordedAt, String household,
            String village, @Nullable String person, @Nullable String otherHousehold, @Nullable String otherVillage,
            @Nullable String change, @Nullable String importNumber, List<String> fields, @Nullable String reason,
            @Nullable String evidence, String enteredBy, @Nullable String approvedBy) {

        List<Object> position() {
            return List.of(effectiveOn, id);
        }

        java.time.OffsetDateTime recorded() {
            return recordedAt.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE).toOffsetDateTime();
        }
    }
}

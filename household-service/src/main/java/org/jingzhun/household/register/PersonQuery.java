package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One person at a moment: seen by who covers where he lived then, or, if he had left the register, where he lived last. Of his former
 * households those are shown that lay in the caller's area when he left them.
 */
@Component
class PersonQuery {

    static final String PERSON = "select x.id, x.number, x.valid_from, x.recorded_from, %s from %s x"
            .formatted(FieldColumns.PERSON.listed("x"), Moment.rows(Holder.PERSON, "t.id = :id"));
    static final String MEMBERSHIP = "select x.id, x.household_id, x.valid_from, x.recorded_from, x.relation, %s from %s x"
            .formatted(FieldColumns.MEMBERSHIP.listed("x"), Moment.rows(Holder.MEMBERSHIP, "t.person_id = :id"));
    static final String HOUSEHOLD = "select x.number, x.village from %s x"
            .formatted(Moment.rows(Holder.HOUSEHOLD, "t.id = :household"));
    static final String LEFT = """
            select m.household_id, m.relation, m.joined_on, m.left_on, m.leave_reason
              from membership m
             where m.person_id = :id and m.left_on <= :asOf and m.recorded_from <= :knownAt
             order by m.left_on desc, m.id desc
             limit 50
            """;

    private final JdbcClient jdbc;
    private final Disclosure disclosure;
    private final Divisions divisions;
    private final PersonMerges merges;

    PersonQuery(JdbcClient jdbc, Disclosure disclosure, Divisions divisions, PersonMerges merges) {
        this.jdbc = jdbc;
        this.disclosure = disclosure;
        this.divisions = divisions;
        this.merges = merges;
    }

    Optional<PersonView> find(String number, Moment moment, Scope scope, Scope sensitive) {
        return jdbc.sql("select id from person where number = :number").param("number", number).query(Long.class).optional()
                .flatMap(id -> find(id, moment, scope, sensitive));
    }

    private Optional<PersonView> find(long id, Moment moment, Scope scope, Scope sensitive) {
        var tag = new MomentTag(moment);
        var params = new HashMap<String, Object>(moment.params());
        params.put("id", id);
        var home = home(params, tag);
        var former = former(params, moment);
        var village = home != null ? home.home.village() : former.isEmpty() ? "" : former.getFirst().village();
        if (village.isEmpty() || !scope.covers(village)) {
            return Optional.empty();
        }
        return jdbc.sql(PERSON).params(params).query((row, index) -> {
            tag.add(row, 1);
            return new MemberRow(id, row.getString(2), FieldColumns.PERSON.read(row, 5),
                    home == null ? new @Nullable Object[FieldColumns.MEMBERSHIP.size()] : home.membership);
        }).optional().map(row -> new PersonView(
                disclosure.member(row.number(), row.person(), row.membership(), sensitive.covers(village)),
                home == null ? null : home.home, former.stream().filter(it -> scope.covers(it.village())).toList(), village,
                tag.toString(), home == null ? merged(row.number(), scope) : null));
    }

    /** Where the number of somebody went who lives nowhere because his entry was merged into another one. */
    private PersonView.@Nullable Merged merged(String number, Scope scope) {
        return merges.survivor(number).map(into -> {
            var village = into.village();
            return new PersonView.Merged(village != null && scope.covers(village) ? into.number() : null);
        }).orElse(null);
    }

    private @Nullable Lived home(Map<String, Object> params, MomentTag tag) {
        return jdbc.sql(MEMBERSHIP).params(params).query((row, index) -> {
            tag.add(row, 1);
            return new Membership(row.getLong(2), row.getString(5), FieldColumns.MEMBERSHIP.read(row, 6));
        }).list().stream().findFirst().flatMap(membership -> place(membership.household, params)
                .map(place -> new Lived(home(place, membership.relation, null, null, null), membership.values))).orElse(null);
    }

    private List<PersonView.Home> former(Map<String, Object> params, Moment moment) {
        var found = new ArrayList<PersonView.Home>();
        jdbc.sql(LEFT).params(params).query((row, index) -> new Left(row.getLong(1), row.getString(2),
                row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getString(5))).list()
                .forEach(left -> {
                    var then = new HashMap<String, Object>(
                            new Moment(left.leftOn.minusDays(1), moment.knownAt()).params());
                    place(left.household, then).ifPresent(place -> found
                            .add(home(place, left.relation, left.joinedOn, left.leftOn, left.leaveReason)));
                });
        return found;
    }

    private Optional<Place> place(long household, Map<String, Object> params) {
        var all = new HashMap<>(params);
        all.put("household", household);
        return jdbc.sql(HOUSEHOLD).params(all).query((row, index) -> new Place(row.getString(1), row.getString(2))).optional();
    }

    private PersonView.Home home(Place place, String relation, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn,
            @Nullable String leaveReason) {
        return new PersonView.Home(place.number, place.village, divisions.name(place.village), relation, joinedOn, leftOn,
                leaveReason);
    }

    private record Place(String number, String village) {}

    private record Left(long household, String relation, @Nullable LocalDate joinedOn, LocalDate leftOn,
            @Nullable String leaveReason) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Membership(long household, String relation, @Nullable Object[] values) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Lived(PersonView.Home home, @Nullable Object[] membership) {}
}

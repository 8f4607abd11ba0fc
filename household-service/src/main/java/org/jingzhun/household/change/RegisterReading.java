package org.jingzhun.household.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.change.Locked.LockedHousehold;
import org.jingzhun.household.change.Locked.LockedMember;
import org.jingzhun.household.change.Locked.LockedPerson;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.keys.RegisterDigests;
import org.jingzhun.household.register.HouseholdVersion;
import org.jingzhun.household.register.PersonMerges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads households under lock, in the order households, memberships, persons and by id. */
@Component
class RegisterReading {

    private static final String PERSON = "select id, number, birth_date, died_on is not null from person where ";

    private final JdbcClient jdbc;
    private final FieldValues values;
    private final PersonMerges merges;
    private final RegisterDigests digests;

    RegisterReading(JdbcClient jdbc, FieldValues values, PersonMerges merges, RegisterDigests digests) {
        this.jdbc = jdbc;
        this.values = values;
        this.merges = merges;
        this.digests = digests;
    }

    /** Households by their numbers, and persons who need not live in them; those that there are not are missing. */
    Locked lock(Collection<String> households, Collection<String> persons) {
        values.digestGeneration(); // held before anything else is
        var locked = locked(households, persons);
        digests.raise(Holder.HOUSEHOLD, locked.ids());
        digests.raise(Holder.PERSON, locked.personIds());
        return locked;
    }

    private Locked locked(Collection<String> households, Collection<String> persons) {
        if (households.isEmpty()) {
            return new Locked(Map.of(), free(persons), LocalDate.MIN);
        }
        var known = jdbc.sql("select id from household where number in (:numbers)").param("numbers", households).query(Long.class)
                .list();
        if (known.isEmpty()) {
            return new Locked(Map.of(), free(persons), LocalDate.MIN);
        }
        var found = jdbc.sql("""
                select id, number, village, removed_on is not null, version, valid_from, changed_by, changed_at
                  from household where id in (:ids) order by id for update
                """).param("ids", known)
                .query((row, index) -> new LockedHousehold(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4),
                        HouseholdVersion.of(row.getInt(5)), row.getObject(6, LocalDate.class), row.getString(7), instant(row, 8),
                        List.of()))
                .list();
        var ids = found.stream().map(LockedHousehold::id).toList();
        var since = first(Holder.HOUSEHOLD, "t.id", ids);
        var members = members(ids);
        var result = new LinkedHashMap<String, LockedHousehold>();
        var latest = LocalDate.MIN;
        for (var household : found) {
            latest = later(latest, household.since());
            var its = members.getOrDefault(household.id(), new LockedMembers(new ArrayList<>()));
            for (var member : its.list) {
                latest = later(latest, member.latest);
            }
            result.put(household.number(),
                    new LockedHousehold(household.id(), household.number(), household.village(), household.removed(),
                            its.version(household.version()), since.getOrDefault(household.id(), household.since()),
                            household.by(), household.at(),
                            its.list.stream().map(VersionedMember::member).toList()));
        }
        return new Locked(result, free(persons), latest);
    }

    private Map<Long, LockedMembers> members(List<Long> households) {
        var persons = jdbc.sql("select person_id from membership where household_id in (:ids) order by id for update")
                .param("ids", households).query(Long.class).set();
        if (!persons.isEmpty()) { // by their ids: a subquery may be answered by a walk over all persons, which waits for anybody's
            jdbc.sql("select id from person where id in (:ids) order by id for update").param("ids", persons).query(Long.class)
                    .list();
        }
        var since = first(Holder.MEMBERSHIP, "t.household_id", households);
        var members = new HashMap<Long, LockedMembers>();
        jdbc.sql("""
                select m.household_id, m.id, m.person_id, p.number, m.valid_from, m.left_on, m.version, p.version,
                       if(p.changed_at > m.changed_at, p.changed_by, m.changed_by), greatest(p.changed_at, m.changed_at),
                       greatest(p.valid_from, m.valid_from)
                  from membership m join person p on p.id = m.person_id
                 where m.household_id in (:ids) order by m.id
                """).param("ids", households).query(row -> {
            var id = row.getLong(2);
            var first = since.getOrDefault(id, row.getObject(5, LocalDate.class));
            members.computeIfAbsent(row.getLong(1), household -> new LockedMembers(new ArrayList<>())).list
                    .add(new VersionedMember(row.getInt(7), row.getInt(8), row.getObject(11, LocalDate.class),
                            new LockedMember(id, row.getLong(3), row.getString(4), first, row.getObject(6, LocalDate.class),
                                    row.getString(9), instant(row, 10))));
        });
        return members;
    }

    private Map<String, LockedPerson> free(Collection<String> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, LockedPerson>();
        jdbc.sql(PERSON + "number in (:numbers) order by id for update").param("numbers", persons)
                .query((row, index) -> person(row)).list().forEach(it -> found.put(it.number(), withLast(it)));
        return found;
    }

    private static LockedPerson person(ResultSet row) throws SQLException {
        return new LockedPerson(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), null, row.getBoolean(4),
                null);
    }

    private LockedPerson withLast(LockedPerson person) {
        return jdbc.sql("""
                select m.left_on, h.village from membership m join household h on h.id = m.household_id
                 where m.person_id = ? order by m.left_on is null desc, m.left_on desc limit 1
                """).param(person.id())
                .query((row, index) -> new LockedPerson(person.id(), person.number(), person.born(),
                        row.getObject(1, LocalDate.class), person.dead(), row.getString(2)))
                .optional().orElse(person);
    }

    /** Whoever else is registered with this resident ID: of an entry that was merged, the one who stays. */
    Optional<LockedPerson> registered(String document, String otherThan) {
        return jdbc.sql(PERSON + "resident_id_digest in (:digests) and number <> :other")
                .param("digests", values.residentIdDigests(document)).param("other", otherThan).query((row, index) -> person(row))
                .optional().map(found -> survivor(found.number()).filter(into -> !into.number().equals(otherThan))
                        .flatMap(into -> jdbc.sql(PERSON + "number = ?").param(into.number())
                                .query((row, index) -> person(row)).optional())
                        .orElse(found))
                .map(this::withLast);
    }

    /** Under which number somebody stays whose entry was merged into another one. */
    Optional<PersonMerges.Survivor> survivor(String person) {
        return merges.survivor(person);
    }

    /** Since when the register knows of a household's year. */
    Optional<LocalDate> yearSince(long household, int year) {
        return jdbc.sql("select id from household_year where household_id = ? and year = ?").param(household).param(year)
                .query(Long.class).optional().map(id -> first(Holder.HOUSEHOLD_YEAR, "t.id", List.of(id)).get(id));
    }

    private Map<Long, LocalDate> first(Holder holder, String column, Collection<Long> ids) {
        var first = new HashMap<Long, LocalDate>();
        jdbc.sql("""
                select id, min(valid_from) from (
                    select t.id, t.valid_from from %s t where %s in (:ids)
                     union all
                    select t.id, t.valid_from from %s t where %s in (:ids) and t.recorded_to = '9999-12-31') known
                 group by id
                """.formatted(holder.table(), column, holder.history(), column)).param("ids", ids)
                .query(row -> {
                    first.put(row.getLong(1), row.getObject(2, LocalDate.class));
                });
        return first;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record VersionedMember(int version, int personVersion, LocalDate latest, LockedMember member) {}

    private record LockedMembers(List<VersionedMember> list) {

        long version(long household) {
            var version = household;
            for (var one : list) {
                if (one.member.until() == null) {
                    version = HouseholdVersion.with(version, one.member.id(), one.version, one.personVersion);
                }
            }
            return version;
        }
    }
}

package org.jingzhun.household.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where persons stand in the register now. */
@Component
class Standing {

    static final String HEAD = "01";

    private final JdbcClient jdbc;

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person in his household; in the last one where he has left.
     *
     * @param lives whether he is a member today
     */
    record Place(String person, long personId, int personVersion, long household, String householdNumber, String village,
            long membership, int membershipVersion, String relation, boolean lives) {

        String version() {
            return personVersion + "." + membership + "." + membershipVersion;
        }
    }

    /** By their numbers; who never lived anywhere is missing. */
    Map<String, Place> of(Collection<String> persons) {
        var places = new HashMap<String, Place>();
        if (persons.isEmpty()) {
            return places;
        }
        jdbc.sql("""
                select p.number, p.id, p.version, h.id, h.number, h.village, m.id, m.version, m.relation, m.left_on is null
                  from person p
                  join membership m on m.person_id = p.id
                  join household h on h.id = m.household_id
                 where p.number in (:persons)
                 order by m.left_on is null, m.left_on, m.id
                """).param("persons", persons)
                .query(row -> {
                    var place = new Place(row.getString(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getString(5),
                            row.getString(6), row.getLong(7), row.getInt(8), row.getString(9), row.getBoolean(10));
                    places.put(place.person(), place); // the last one counts
                });
        return places;
    }

    /** The same of both of a pair, who must live in households. */
    Both lock(String first, String second) {
        var both = lockWherever(first, second);
        if (!both.first.lives() || !both.second.lives()) {
            throw new Refusals.ChangedMeanwhile();
        }
        return both;
    }

    /** The same of both of a pair, whom nobody changes before the transaction ends: households, memberships, persons, by their ids. */
    Both lockWherever(String first, String second) {
        var seen = of(List.of(first, second)).values();
        var households = seen.stream().map(Place::household).distinct().sorted().toList();
        if (!households.isEmpty()) {
            jdbc.sql("select id from household where id in (:ids) order by id for update").param("ids", households)
                    .query(Long.class).list();
            jdbc.sql("select id from membership where household_id in (:ids) order by id for update").param("ids", households)
                    .query(Long.class).list();
            jdbc.sql("select id from person where id in (:ids) order by id for update")
                    .param("ids", seen.stream().map(Place::personId).sorted().toList()).query(Long.class).list();
        }
        var now = of(List.of(first, second));
        var one = now.get(first);
        var other = now.get(second);
        if (one == null || other == null || !households.containsAll(List.of(one.household(), other.household()))) {
            throw new Refusals.ChangedMeanwhile();
        }
        return new Both(one, other);
    }

    /** Both of a pair, in the households where they live or lived last. */
    record Both(Place first, Place second) {

        Place of(String person) {
            return first.person().equals(person) ? first : second;
        }

        /** What an approval compares with what stood when the first officer judged. */
        String versions() {
            var both = new ArrayList<>(List.of(first, second));
            both.sort(Comparator.comparing(Place::person));
            return both.get(0).version() + ";" + both.get(1).version();
        }
    }
}

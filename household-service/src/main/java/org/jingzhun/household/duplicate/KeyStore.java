package org.jingzhun.household.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the match keys of persons, and finds who shares one. */
@Component
class KeyStore {

    private static final int PERSONS_AT_ONCE = 250;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    KeyStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Two persons who share a key; the smaller id first. */
    record Pair(long one, long other) {}

    /** Makes the keys of all who live in these households and have changed, or moved, since their keys were made. */
    int refresh(Collection<Long> households) {
        var stale = jdbc.sql("""
                select p.id, p.name, p.birth_date, p.version, h.village
                  from household h
                  join membership m on m.household_id = h.id and m.left_on is null
                  join person p on p.id = m.person_id
                  left join person_match_key k on k.person_id = p.id and k.kind = :kind
                 where h.id in (:households)
                   and (k.person_id is null or k.person_version <> p.version or k.village <> h.village)
                 order by p.id
                """).param("kind", MatchKeys.NAME_YEAR_COUNTY).param("households", households)
                .query((row, index) -> new Keyed(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getInt(4), row.getString(5)))
                .list();
        for (int from = 0; from < stale.size(); from += PERSONS_AT_ONCE) {
            write(stale.subList(from, Math.min(stale.size(), from + PERSONS_AT_ONCE)));
        }
        return stale.size();
    }

    private void write(List<Keyed> persons) {
        forget(persons.stream().map(Keyed::id).toList());
        var values = new ArrayList<Object>();
        for (var person : persons) {
            for (var key : MatchKeys.of(person.name, person.born, person.village)) {
                values.addAll(List.of(key.kind(), key.value(), person.id, person.version, person.village));
            }
        }
        var rows = values.size() / 5;
        template.update("insert into person_match_key (kind, match_key, person_id, person_version, village) values "
                + "(?,?,?,?,?),".repeat(rows - 1)
                + "(?,?,?,?,?) on duplicate key update person_version = values(person_version)", values.toArray());
    }

    /** Persons who are no longer to be found. */
    void forget(Collection<Long> persons) {
        jdbc.sql("delete from person_match_key where person_id in (:persons)").param("persons", persons).update();
    }

    /**
     * All pairs with one who lives in these households. A pair within the searched villages is given once only, with the household of
     * the one with the smaller id.
     *
     * @param mostAlike a key that more persons share is passed over
     */
    Set<Pair> pairs(Collection<Long> households, String from, String to, int mostAlike) {
        var mine = Set.copyOf(jdbc.sql("select person_id from membership where household_id in (:households) and left_on is null")
                .param("households", households).query(Long.class).list());
        if (mine.isEmpty()) {
            return Set.of();
        }
        var found = jdbc.sql("""
                select k.kind, k.match_key, k.person_id, k.village
                  from (select distinct kind, match_key from person_match_key force index (person_match_key_by_person)
                         where person_id in (:mine)) wanted
                  straight_join person_match_key k force index (primary)
                     on k.kind = wanted.kind and k.match_key = wanted.match_key
                """).param("mine", mine)
                .query((row, index) -> new Sharing(new MatchKeys.Key(row.getInt(1), row.getLong(2)), row.getLong(3),
                        row.getString(4), mine.contains(row.getLong(3))))
                .list();
        var pairs = new LinkedHashSet<Pair>();
        for (var block : found.stream().collect(Collectors.groupingBy(Sharing::key)).values()) {
            if (block.size() > 1 && block.size() <= mostAlike) {
                for (var one : block) {
                    if (one.mine) {
                        block.stream().filter(other -> isPair(one, other, from, to))
                                .map(other -> new Pair(Math.min(one.person, other.person), Math.max(one.person, other.person)))
                                .forEach(pairs::add);
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean isPair(Sharing mine, Sharing other, String from, String to) {
        var inside = from.compareTo(other.village) <= 0 && other.village.compareTo(to) <= 0;
        return other.person > mine.person || (other.person < mine.person && !inside);
    }

    private record Keyed(long id, String name, LocalDate born, int version, String village) {}

    private record Sharing(MatchKeys.Key key, long person, String village, boolean mine) {}
}

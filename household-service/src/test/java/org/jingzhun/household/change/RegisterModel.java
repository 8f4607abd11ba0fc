package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The register as it would be if it were nothing but its events: it knows no tables and no history, only what was told, when it was
 * recorded and from which day it holds; every look is computed anew from the first event on.
 */
final class RegisterModel {

    private record Event(Instant recordedAt, Consumer<World> telling) {}

    private final List<Event> events = new ArrayList<>();

    void happened(Instant recordedAt, Consumer<World> telling) {
        events.add(new Event(recordedAt, telling));
    }

    List<Instant> recorded() {
        return events.stream().map(Event::recordedAt).toList();
    }

    /** All that was recorded by then. */
    World knownAt(Instant knownAt) {
        var world = new World();
        events.stream().filter(event -> !event.recordedAt.isAfter(knownAt)).forEach(event -> event.telling.accept(world));
        return world;
    }

    /** Values over time; a value told for a day holds until the day from which something else was told. */
    static final class Course {

        private final TreeMap<LocalDate, Optional<String>> from = new TreeMap<>();

        void tell(LocalDate day, String value) {
            var before = from.floorEntry(day);
            if (before != null) {
                for (var later : List.copyOf(from.tailMap(day, false).entrySet())) {
                    if (!later.getValue().equals(before.getValue())) {
                        break;
                    }
                    from.remove(later.getKey());
                }
            }
            from.put(day, Optional.ofNullable(value));
        }

        String on(LocalDate day) {
            var known = from.floorEntry(day);
            return known == null ? null : known.getValue().orElse(null);
        }
    }

    /** A household or a person: since when it is known, and the course of each of its fields. */
    static final class Thing {

        final LocalDate since;
        final Map<String, Course> fields = new TreeMap<>();

        Thing(LocalDate since) {
            this.since = since;
        }

        void tell(String field, LocalDate day, String value) {
            fields.computeIfAbsent(field, name -> {
                var course = new Course();
                course.tell(since, null);
                return course;
            }).tell(day, value);
        }

        Map<String, String> on(LocalDate day) {
            var values = new TreeMap<String, String>();
            fields.forEach((field, course) -> {
                if (course.on(day) != null) {
                    values.put(field, course.on(day));
                }
            });
            return values;
        }
    }

    /** That somebody lived somewhere from a day until another. */
    static final class Stay {

        final String household;
        final String person;
        final LocalDate from;
        final Course relation = new Course();
        LocalDate until = LocalDate.MAX;

        Stay(String household, String person, LocalDate from, String relation) {
            this.household = household;
            this.person = person;
            this.from = from;
            this.relation.tell(from, relation);
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    static final class World {

        final Map<String, Thing> households = new HashMap<>();
        final Map<String, Thing> persons = new HashMap<>();
        final List<Stay> stays = new ArrayList<>();

        void join(String household, String person, LocalDate from, String relation) {
            stays.add(new Stay(household, person, from, relation));
        }

        void leave(String person, LocalDate day) {
            stay(person).until = day;
        }

        void relate(String person, LocalDate day, String relation) {
            stay(person).relation.tell(day, relation);
        }

        Stay stay(String person) {
            return stays.stream().filter(it -> it.person.equals(person) && it.until.equals(LocalDate.MAX)).findFirst()
                    .orElseThrow();
        }

        /** Who lives there now, as far as is known. */
        List<String> members(String household) {
            return stays.stream().filter(it -> it.household.equals(household) && it.until.equals(LocalDate.MAX))
                    .map(it -> it.person)
                    .toList();
        }

        boolean isRemoved(String household) {
            return households.get(household).on(LocalDate.MAX).containsKey("removed_on");
        }

        /** Who has left, lives nowhere, and is not dead. */
        List<String> free() {
            return persons.keySet().stream().sorted().filter(it -> stays.stream().noneMatch(stay -> stay.person.equals(it)
                    && stay.until.equals(LocalDate.MAX)) && !persons.get(it).on(LocalDate.MAX).containsKey("died_on")).toList();
        }

        Map<String, Map<String, String>> householdsOn(LocalDate day) {
            return on(households, day);
        }

        Map<String, Map<String, String>> personsOn(LocalDate day) {
            return on(persons, day);
        }

        /** Household, person, relation. */
        TreeSet<String> staysOn(LocalDate day) {
            var found = new TreeSet<String>();
            stays.stream().filter(stay -> stay.holdsOn(day))
                    .forEach(stay -> found.add(stay.household + " " + stay.person + " " + stay.relation.on(day)));
            return found;
        }

        /** Households in which, on that day, the number of heads is not one though they have not been removed. */
        List<String> withoutOneHead(LocalDate day) {
            return householdsOn(day).entrySet().stream().filter(it -> !it.getValue().containsKey("removed_on"))
                    .map(Map.Entry::getKey)
                    .filter(household -> stays.stream().filter(stay -> stay.household.equals(household) && stay.holdsOn(day)
                            && Objects.equals(stay.relation.on(day), "01")).count() != 1)
                    .toList();
        }

        private static Map<String, Map<String, String>> on(Map<String, Thing> things, LocalDate day) {
            var found = new TreeMap<String, Map<String, String>>();
            things.forEach((number, thing) -> {
                if (!day.isBefore(thing.since)) {
                    found.put(number, thing.on(day));
                }
            });
            return found;
        }
    }
}

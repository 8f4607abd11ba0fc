package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jingzhun.household.figure.Movement.Kind;
import org.jingzhun.household.figure.Timeline.Period;
import org.jingzhun.household.figure.Timeline.Self;
import org.jingzhun.household.figure.Timeline.Stay;
import org.jingzhun.household.figure.Timeline.Version;
import org.jspecify.annotations.Nullable;

/**
 * Makes movements of what is known of a household: on each day on which something of it changes, what it counts for from then on less what
 * it counted for before. Their sum up to a day is therefore what the register shows for that day.
 */
public final class Movements {

    private final FigureCodes codes;
    private final PoorFlows flows;

    Movements(FigureCodes codes) {
        this.codes = codes;
        this.flows = new PoorFlows(codes);
    }

    /** In the order of their days. */
    public List<Movement> of(Timeline timeline) {
        var movements = new ArrayList<Movement>();
        var before = State.NOTHING;
        var counts = Map.<Kind, int[]>of();
        var wasPoor = false;
        for (var day : days(timeline)) {
            var now = state(timeline, day);
            var next = counts(now);
            difference(counts, next, day, movements);
            flows.between(before, now, day, wasPoor, movements);
            counts = next;
            before = now;
            wasPoor |= now.status.isPoor();
        }
        return movements;
    }

    private Set<LocalDate> days(Timeline timeline) {
        var days = new TreeSet<LocalDate>();
        timeline.versions().forEach(version -> add(days, version.period()));
        for (var stay : timeline.stays()) {
            add(days, stay.period());
            stay.selves().forEach(self -> add(days, self.period()));
        }
        if (!days.isEmpty()) {
            var first = days.first();
            codes.days().stream().filter(day -> day.isAfter(first)).forEach(days::add);
        }
        return days;
    }

    private static void add(Set<LocalDate> days, Period period) {
        if (period.from().isBefore(period.to())) {
            days.add(period.from());
            if (period.to().isBefore(Timeline.FOR_EVER)) {
                days.add(period.to());
            }
        }
    }

    private State state(Timeline timeline, LocalDate day) {
        Version version = null;
        for (var one : timeline.versions()) {
            if (one.period().holds(day)) {
                version = one;
            }
        }
        if (version == null || version.removed()) {
            return new State(version, FigureCodes.Status.NONE, Map.of());
        }
        var members = new LinkedHashMap<Long, Member>();
        for (var stay : timeline.stays()) {
            if (stay.period().holds(day)) {
                for (var self : stay.selves()) {
                    if (self.period().holds(day)) {
                        members.put(stay.membership(), new Member(stay, self));
                    }
                }
            }
        }
        return new State(version, codes.status(version, day), members);
    }

    private static Map<Kind, int[]> counts(State state) {
        var version = state.version;
        if (version == null || version.removed()) {
            return Map.of();
        }
        var counts = new HashMap<Kind, int[]>();
        var persons = state.members.size();
        var type = known(version.type());
        var village = version.village();
        counts.put(new Kind(village, Measure.REGISTER, type, "", null), new int[]{1, persons});
        counts.put(new Kind(village, Measure.EXIT_STATE, type, known(version.exitState()), null), new int[]{1, persons});
        counts.put(new Kind(village, Measure.MAIN_CAUSE, type, known(version.mainCause()), null), new int[]{1, persons});
        for (var member : state.members.values()) {
            var self = member.self;
            counts.computeIfAbsent(new Kind(village, Measure.AGE, "", self.born().toString(), null),
                    kind -> new int[]{0, 0})[1]++;
            person(counts, new Kind(village, Measure.LABOUR, type, known(self.labour()), null));
            person(counts, new Kind(village, Measure.EDUCATION, type, known(self.education()), null));
            for (var health : new HashSet<>(List.of(known(self.health()).split(",")))) {
                person(counts, new Kind(village, Measure.HEALTH, type, health, null));
            }
        }
        return counts;
    }

    /** The household counts once, however many of its members are of the kind. */
    private static void person(Map<Kind, int[]> counts, Kind kind) {
        counts.computeIfAbsent(kind, it -> new int[]{1, 0})[1]++;
    }

    private static String known(@Nullable String code) {
        return Objects.requireNonNullElse(code, "");
    }

    private static void difference(Map<Kind, int[]> before, Map<Kind, int[]> now, LocalDate day, List<Movement> movements) {
        now.forEach((kind, count) -> {
            var was = before.getOrDefault(kind, new int[2]);
            if (count[0] != was[0] || count[1] != was[1]) {
                movements.add(new Movement(kind, day, count[0] - was[0], count[1] - was[1]));
            }
        });
        before.forEach((kind, was) -> {
            if (!now.containsKey(kind)) {
                movements.add(new Movement(kind, day, -was[0], -was[1]));
            }
        });
    }

    /** A household on a day; who lives there by his membership. */
    record State(@Nullable Version version, FigureCodes.Status status, Map<Long, Member> members) {

        static final State NOTHING = new State(null, FigureCodes.Status.NONE, Map.of());

        String village() {
            return version == null ? "" : version.village();
        }
    }

    /** A member on a day. */
    record Member(Stay stay, Self self) {}
}

package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The numbers in the rules as they hold on a day in a village. */
record Limits(Thresholds thresholds, LocalDate on, @Nullable String village) {

    private static final List<String> BROKEN = List.of();

    int of(String name) {
        return thresholds.on(name, on);
    }

    /** A number that a division may set itself, and that need not be there for every year. */
    OptionalInt ifAny(String name) {
        return thresholds.on(name, on, village == null ? "" : village);
    }

    /** What a rule answers: the arguments of its message where it is broken. */
    static @Nullable List<String> broken(boolean is, Object... arguments) {
        if (!is) {
            return null;
        }
        return arguments.length == 0 ? BROKEN : Stream.of(arguments).map(String::valueOf).toList();
    }
}

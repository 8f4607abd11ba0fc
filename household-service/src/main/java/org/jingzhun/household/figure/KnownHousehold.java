package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jingzhun.household.figure.Timeline.Self;
import org.jingzhun.household.figure.Timeline.Stay;
import org.jingzhun.household.figure.Timeline.Version;

/** All that was ever recorded of a household and of all who ever lived in it, with the times between which it was believed. */
public record KnownHousehold(List<Known<Version>> versions, List<KnownStay> stays, Map<Long, List<Known<Self>>> persons) {

    /** Something, and from when until when it was believed. */
    public record Known<T>(T what, LocalDateTime from, LocalDateTime to) {

        boolean at(LocalDateTime instant) {
            return !from.isAfter(instant) && instant.isBefore(to);
        }
    }

    /** A row of a membership. */
    public record KnownStay(long person, Known<Stay> row) {}

    /** The instants, in UTC, at which something became known or was believed no longer. */
    TreeSet<LocalDateTime> instants() {
        var instants = new TreeSet<LocalDateTime>();
        Stream.concat(Stream.concat(versions.stream(), stays.stream().map(KnownStay::row)),
                stays.stream().flatMap(stay -> persons.getOrDefault(stay.person, List.of()).stream())).forEach(known -> {
                    instants.add(known.from);
                    if (known.to.getYear() < Timeline.FOR_EVER.getYear()) {
                        instants.add(known.to);
                    }
                });
        return instants;
    }

    public Timeline at(LocalDateTime instant) {
        var then = new ArrayList<Stay>();
        for (var stay : stays) {
            if (stay.row.at(instant)) {
                var row = stay.row.what;
                then.add(new Stay(row.membership(), row.period(), row.joinReason(), row.leaveReason(),
                        persons.getOrDefault(stay.person, List.of()).stream().filter(it -> it.at(instant)).map(Known::what)
                                .toList()));
            }
        }
        return new Timeline(versions.stream().filter(it -> it.at(instant)).map(Known::what).toList(), then);
    }

    /** As it is believed now. */
    public Timeline now() {
        return at(LocalDate.of(9999, 1, 1).atStartOfDay());
    }
}

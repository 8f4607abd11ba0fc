package org.jingzhun.starter.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.StringUtils;

/**
 * Numbers below the sealed ones that were not there: rolled back, or taken by a transaction that had not committed yet.
 *
 * <p>They are looked at again before each seal until nobody can be expected to fill them any more. Written as {@code 7-9@1700000000}.
 */
record OpenGaps(List<Gap> gaps) {

    /** @param since when last something happened to it, in seconds of the epoch */
    record Gap(long from, long to, long since) {}

    static OpenGaps parse(String text) {
        var gaps = new ArrayList<Gap>();
        for (var part : StringUtils.commaDelimitedListToStringArray(text)) {
            var at = part.indexOf('@');
            var range = IdRanges.parse(part.substring(0, at)).ranges().getFirst();
            gaps.add(new Gap(range.from(), range.to(), Long.parseLong(part.substring(at + 1))));
        }
        return new OpenGaps(List.copyOf(gaps));
    }

    /** What stays open after the entries {@code sealed} (ascending) were found, the numbers after {@code high} being new. */
    OpenGaps after(List<Long> sealed, long high, Instant now, Duration patience) {
        var open = new ArrayList<Gap>();
        for (var gap : gaps) {
            var inside = sealed.stream().filter(id -> gap.from <= id && id <= gap.to).toList();
            if (!inside.isEmpty()) { // what is left of it may be on its way as well
                add(open, IdRanges.of(inside).gaps(gap.from, gap.to), now);
            } else if (now.getEpochSecond() - gap.since < patience.toSeconds()) {
                open.add(gap);
            }
        }
        var fresh = sealed.stream().filter(id -> id > high).toList();
        if (!fresh.isEmpty()) {
            add(open, IdRanges.of(fresh).gaps(high + 1, fresh.getLast()), now);
        }
        open.sort(Comparator.comparingLong(Gap::from));
        return new OpenGaps(List.copyOf(open));
    }

    private static void add(List<Gap> open, IdRanges ranges, Instant now) {
        ranges.ranges().forEach(range -> open.add(new Gap(range.from(), range.to(), now.getEpochSecond())));
    }

    @Override
    public String toString() {
        return gaps.stream()
                .map(gap -> (gap.from == gap.to ? "" + gap.from : gap.from + "-" + gap.to) + "@" + gap.since)
                .collect(Collectors.joining(","));
    }
}

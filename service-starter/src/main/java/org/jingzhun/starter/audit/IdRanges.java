package org.jingzhun.starter.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.StringUtils;

/** A set of entry numbers, written as {@code 1-100,102-205}. Ordered, without overlap. */
record IdRanges(List<Range> ranges) {

    /** @param from first and {@code to} last number in it */
    record Range(long from, long to) {

        long size() {
            return to - from + 1;
        }
    }

    static IdRanges parse(String text) {
        var ranges = new ArrayList<Range>();
        for (var part : StringUtils.commaDelimitedListToStringArray(text)) {
            var dash = part.indexOf('-');
            var from = dash < 0 ? part : part.substring(0, dash);
            ranges.add(new Range(Long.parseLong(from), Long.parseLong(part.substring(dash + 1))));
        }
        return new IdRanges(List.copyOf(ranges));
    }

    /** @param ids in ascending order */
    static IdRanges of(List<Long> ids) {
        var ranges = new ArrayList<Range>();
        for (long id : ids) {
            if (!ranges.isEmpty() && ranges.getLast().to + 1 == id) {
                ranges.add(new Range(ranges.removeLast().from, id));
            } else {
                ranges.add(new Range(id, id));
            }
        }
        return new IdRanges(List.copyOf(ranges));
    }

    /** The numbers from {@code from} to {@code to} that are not in it. */
    IdRanges gaps(long from, long to) {
        var gaps = new ArrayList<Range>();
        var next = from;
        for (var range : ranges) {
            if (range.from > next && next <= to) {
                gaps.add(new Range(next, Math.min(to, range.from - 1)));
            }
            next = Math.max(next, range.to + 1);
        }
        if (next <= to) {
            gaps.add(new Range(next, to));
        }
        return new IdRanges(List.copyOf(gaps));
    }

    long size() {
        return ranges.stream().mapToLong(Range::size).sum();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public String toString() {
        return ranges.stream()
                .map(range -> range.from == range.to ? "" + range.from : range.from + "-" + range.to)
                .collect(Collectors.joining(","));
    }
}

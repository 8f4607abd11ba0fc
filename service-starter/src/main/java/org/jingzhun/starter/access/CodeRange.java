package org.jingzhun.starter.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** All villages under a division: {@code under("451481")} is 451481000000 to 451481999999. */
public record CodeRange(String from, String to) {

    private static final Pattern CODE = Pattern.compile("[0-9]{12}");
    private static final Pattern PREFIX = Pattern.compile("|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");

    public CodeRange {
        if (!CODE.matcher(from).matches() || !CODE.matcher(to).matches() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("not a range of division codes: " + from + " to " + to);
        }
    }

    /** The range of a division prefix of 2, 4, 6, 9 or 12 digits; the empty prefix is the whole country. */
    public static CodeRange under(String prefix) {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException("not a division: " + prefix);
        }
        return new CodeRange((prefix + "0".repeat(12)).substring(0, 12), (prefix + "9".repeat(12)).substring(0, 12));
    }

    /** Whether this names a division at one of the five levels, or (empty) the country. */
    public static boolean isPrefix(String code) {
        return PREFIX.matcher(code).matches();
    }

    /** The smallest division that holds the whole range; empty for the country. */
    public String division() {
        return IntStream.of(12, 9, 6, 4, 2).filter(length -> from.regionMatches(0, to, 0, length))
                .mapToObj(length -> from.substring(0, length)).findFirst().orElse("");
    }

    public boolean contains(String village) {
        return from.compareTo(village) <= 0 && village.compareTo(to) <= 0;
    }

    public boolean contains(CodeRange other) {
        return contains(other.from) && contains(other.to);
    }

    /** The same villages in as few ranges as possible, in ascending order. */
    static List<CodeRange> merged(List<CodeRange> ranges) {
        var merged = new ArrayList<CodeRange>();
        for (var range : ranges.stream().sorted(Comparator.comparing(CodeRange::from)).toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && range.from.compareTo(last.to) <= 0) {
                if (range.to.compareTo(last.to) > 0) {
                    merged.set(merged.size() - 1, new CodeRange(last.from, range.to));
                }
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}

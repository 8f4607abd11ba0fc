package org.jingzhun.bench.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a year brings, in persons, but for {@code misreported}: those whose exit is reported in December and taken back in March.
 *
 * @param moved in households that go on being poor in another county of the city
 * @param ruralPopulation at its end, the denominator of the incidence 【贫困发生率】
 */
public record YearOfFlow(int year, int exits, int identified, int returned, int births, int marriedIn, int deaths, int marriedOut,
        int moved, int misreported, int ruralPopulation) {

    /** The poor at the end of 2015 【"十二五"期末】, as published. */
    public static final int OPENING = 341_800;

    /** The years of Chongzuo 【崇左】, the first of them only for its end; each figure as one of so many. */
    public static List<YearOfFlow> ofChongzuo(int oneOf) {
        var in = Objects.requireNonNull(YearOfFlow.class.getResourceAsStream("4514.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> of(line, oneOf)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YearOfFlow of(String line, int oneOf) {
        var all = Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        var year = all[0];
        for (var i = 1; i < all.length; i++) {
            all[i] = scaled(all[i], oneOf);
        }
        return new YearOfFlow(year, all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9], all[10]);
    }

    static int scaled(int persons, int oneOf) {
        return Math.round((float) persons / oneOf);
    }

    /** How many more, or fewer, are poor at the end of the year than at its beginning. */
    public int change() {
        return identified + returned + births + marriedIn - exits - deaths - marriedOut;
    }
}

package org.jingzhun.household.figure.reading;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.jingzhun.household.figure.reading.FigureReading.Found;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.starter.cache.PositionedCache;
import org.jingzhun.starter.cache.PositionedCache.Computed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where figures come from: the cache, as long as its entry was counted at the position that its counties have now; else the database. An entry
 * is of one area, so that nobody gets what is not his; it holds codes and numbers.
 */
@Component
class KeptFigures {

    private final FigureReading reading;
    private final ObjectProvider<PositionedCache> cache;

    KeptFigures(FigureReading reading, ObjectProvider<PositionedCache> cache) {
        this.reading = reading;
        this.cache = cache;
    }

    Found read(Question question) {
        var kept = cache.getIfAvailable();
        if (kept == null) {
            return reading.read(question);
        }
        var now = reading.position(question.area());
        if (!now.ready()) {
            return now;
        }
        return kept.get("household:figure:" + now.edition() + ":" + question, now.position(),
                bytes -> read(bytes, now), KeptFigures::write, () -> {
                    var found = reading.read(question);
                    return new Computed<>(found, found.position());
                });
    }

    private static byte[] write(Found found) {
        return found.counts().entrySet().stream().flatMap(division -> division.getValue().entrySet().stream()
                .map(cell -> String.join("\t", division.getKey(), cell.getKey(), Long.toString(cell.getValue().households()),
                        Long.toString(cell.getValue().persons()))))
                .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static Found read(byte[] bytes, Found now) {
        var counts = new TreeMap<String, Map<String, Count>>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            var part = line.split("\t", -1);
            counts.computeIfAbsent(part[0], division -> new TreeMap<>()).put(part[1],
                    new Count(Long.parseLong(part[2]), Long.parseLong(part[3])));
        });
        return new Found(now.position(), true, now.edition(), counts);
    }
}

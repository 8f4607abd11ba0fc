package org.jingzhun.bench.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.starter.feed.reading.FeedUnavailable;
import org.jspecify.annotations.Nullable;

/** A bad way: pages come late, twice, long after they were asked for, or broken off; facts in them come doubled and in disorder. */
final class MangledWay implements FeedSource {

    private final Way way;
    private final Random chance = new Random();
    private final ArrayList<FeedPage> earlier = new ArrayList<>();

    MangledWay(Way way) {
        this.way = way;
    }

    @Override
    public String name() {
        return way.name();
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        rest();
        if (chance.nextInt(10) == 0) {
            return way.read(after, limit, chance.nextDouble());
        }
        if (chance.nextInt(5) == 0 && !earlier.isEmpty()) {
            return earlier.get(chance.nextInt(earlier.size())); // an answer of long ago
        }
        var page = way.read(after, limit);
        var facts = new ArrayList<>(page.facts());
        if (!facts.isEmpty()) {
            page.facts().stream().filter(fact -> chance.nextInt(3) == 0).forEach(facts::add);
            earlier.stream().skip(Math.max(0, earlier.size() - 1)).forEach(last -> facts.addAll(last.facts()));
            Collections.shuffle(facts, chance);
            earlier.add(page);
            if (earlier.size() > 5) {
                earlier.removeFirst();
            }
        }
        return new FeedPage(facts, page.next(), page.head(), page.epoch(), page.atEnd());
    }

    private void rest() {
        try {
            Thread.sleep(chance.nextInt(10) == 0 ? chance.nextInt(500) : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnavailable("interrupted");
        }
    }
}

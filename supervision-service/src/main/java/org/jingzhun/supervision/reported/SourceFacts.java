package org.jingzhun.supervision.reported;

import java.util.List;
import java.util.Objects;

import org.jingzhun.starter.feed.reading.Fact;
import org.jingzhun.starter.feed.reading.FactListener;
import org.jingzhun.supervision.reported.ReportedStore.Told;

/**
 * Keeps what one service tells.
 *
 * @param source its name
 */
record SourceFacts(String source, ReportedStore store) implements FactListener {

    @Override
    public void on(List<Fact> facts, int generation) {
        store.put(source, facts.stream().map(SourceFacts::told).toList(), generation);
    }

    @Override
    public void caughtUp(int generation) {
        store.forgetBefore(source, generation);
    }

    private static Told told(Fact fact) {
        var about = fact.aggregate();
        if (fact.isLeftScope()) {
            return Told.left(about.kind(), about.id(), about.version(), fact.position());
        }
        return new Told(about.kind(), about.id(), about.version(), fact.position(), fact.kind(),
                Objects.requireNonNull(fact.division(), "a fact lies somewhere"), fact.alsoDivision(), fact.effectiveOn(),
                fact.recordedAt(), Objects.requireNonNull(fact.body(), "a fact has the state of its record").toString());
    }
}

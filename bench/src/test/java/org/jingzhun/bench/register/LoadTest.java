package org.jingzhun.bench.register;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTest {

    @Test
    void everyRequestIsAskedOnceAndRefusalsAreCounted() {
        var asked = ConcurrentHashMap.<Integer>newKeySet();

        var figures = Load.closed(8, 500, 60, number -> asked.add(number) && number % 10 != 0);

        assertThat(asked).hasSize(500);
        assertThat(figures.done()).isEqualTo(500);
        assertThat(figures.errors()).isEqualTo(50);
        assertThat(figures.p99()).isBetween(figures.p50(), figures.longest());
    }

    @Test
    void whatFailsIsAnErrorAndEndsNothing() {
        var figures = Load.constant(1_000, 50, number -> {
            throw new IllegalStateException("refused");
        });

        assertThat(figures.done()).isEqualTo(50);
        assertThat(figures.errors()).isEqualTo(50);
    }

    @Test
    void aLineTellsTheRoundsInOrder() {
        var line = Load.line("reads", List.of(new Load.Figures(10, 0, 300, 1, 2, 3), new Load.Figures(10, 1, 100, 4, 5, 6),
                new Load.Figures(10, 0, 200, 7, 8, 9)));

        assertThat(line).isEqualTo("| reads | 100 · 200 · 300 | 7.0 | 8.0 | 9.0 | 30 | 1 |");
    }
}

package org.jingzhun.starter.watch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for all levels at a steady pace, so that it makes no difference to the database how many look at the metrics. */
class Levels implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Levels.class);

    private final JdbcClient jdbc;
    private final Duration every;
    private final Map<Level, MultiGauge> gauges = new LinkedHashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {
    });
    private boolean told;

    Levels(List<Level> levels, JdbcClient jdbc, MeterRegistry meters, Duration every) {
        this.jdbc = jdbc;
        this.every = every;
        for (var level : levels) {
            gauges.put(level, MultiGauge.builder(level.name()).description(level.description()).register(meters));
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("levels").start(() -> {
            while (running) {
                look();
                try {
                    Thread.sleep(every);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
    }

    void look() {
        try {
            gauges.forEach((level, gauge) -> gauge.register(rows(level), true));
            told = false;
        } catch (RuntimeException e) {
            if (!told && running) {
                log.warn("levels could not be read", e); // once: whoever watches sees the gap
            }
            told = true;
        }
    }

    private List<Row<?>> rows(Level level) {
        var label = level.label();
        return jdbc.sql(level.sql()).<Row<?>>query((row, _) -> label == null
                ? Row.of(Tags.empty(), row.getDouble(1))
                : Row.of(Tags.of(label, row.getString(1)), row.getDouble(2))).list();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.jingzhun.starter.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After a kill and a restart, goes on with the jobs that this instance had picked, without waiting until others call it dead.
 *
 * <p>Only jobs whose heartbeat is older than a living process lets it become: should another process bear the same name, its jobs stay.
 */
class TakeBack implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(TakeBack.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String name;
    private final Duration heartbeat;

    TakeBack(JdbcClient jdbc, Clock clock, String name, Duration heartbeat) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.name = name;
        this.heartbeat = heartbeat;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var taken = takeBack();
        if (taken > 0) {
            log.info("{} jobs that this instance left unfinished go on now", taken);
        }
    }

    int takeBack() {
        var now = clock.instant();
        return jdbc.sql("""
                update scheduled_tasks
                   set picked = false, picked_by = null, last_heartbeat = null, execution_time = :now, version = version + 1
                 where picked and picked_by = :name and last_heartbeat < :old
                """)
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("name", name)
                .param("old", LocalDateTime.ofInstant(now.minus(heartbeat.multipliedBy(3).dividedBy(2)), ZoneOffset.UTC))
                .update();
    }
}

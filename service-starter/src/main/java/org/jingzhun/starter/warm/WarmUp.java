package org.jingzhun.starter.warm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jingzhun.starter.machine.MachineTokenUnavailable;
import org.jingzhun.starter.machine.MachineTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Opens connections to the database and reads its own feed through its own door for a while, before the instance says that it is ready:
 * classes, compiled code, the issuer's keys and connections are then there when the first caller comes. Neighbours that are out make it
 * less warm, and never keep it from starting.
 */
class WarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WarmUpSettings settings;
    private final DataSource database;
    private final MachineTokens tokens;
    private final Supplier<URI> feed;

    WarmUp(WarmUpSettings settings, DataSource database, MachineTokens tokens, Supplier<URI> feed) {
        this.settings = settings;
        this.database = database;
        this.tokens = tokens;
        this.feed = feed;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.lasting().isPositive()) {
            return;
        }
        var end = System.nanoTime() + settings.lasting().toNanos();
        var opened = connections();
        var answered = new AtomicInteger();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < settings.atOnce(); caller++) {
                callers.execute(() -> askUntil(end, http, answered));
            }
        }
        log.info("warmed up with {} connections and {} answers", opened, answered);
    }

    /** Held together, so that as many are opened. */
    private int connections() {
        var open = new ArrayList<Connection>();
        try {
            for (var i = 0; i < settings.connections(); i++) {
                open.add(database.getConnection());
            }
        } catch (SQLException e) {
            log.debug("not all connections are there yet", e);
        } finally {
            open.forEach(WarmUp::giveBack);
        }
        return open.size();
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("a connection was broken already", e);
        }
    }

    private void askUntil(long end, HttpClient http, AtomicInteger answered) {
        while (end - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            if (ask(http)) {
                answered.incrementAndGet();
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean ask(HttpClient http) {
        try {
            var request = HttpRequest.newBuilder(feed.get()).timeout(PATIENCE).header("Authorization", "Bearer " + tokens.token())
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException | MachineTokenUnavailable e) {
            log.debug("no answer yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

package org.jingzhun.starter.warm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.sun.net.httpserver.HttpServer;
import org.jingzhun.starter.machine.MachineTokenUnavailable;
import org.jingzhun.starter.machine.MachineTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** What a new instance does before it is ready. */
class WarmUpTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource database = mock(); // a pool whose connections nobody needs here
    private final MachineTokens tokens = mock(); // identity-service
    private HttpServer service;

    @BeforeEach
    void serve() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/facts", exchange -> {
            asked.addAndGet("Bearer own".equals(exchange.getRequestHeaders().getFirst("Authorization")) ? 1 : 0);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void warmUp(Duration lasting) {
        var facts = URI.create("http://127.0.0.1:%d/facts".formatted(service.getAddress().getPort()));
        new WarmUp(new WarmUpSettings(lasting, 3, 2), database, tokens, () -> facts).run(new DefaultApplicationArguments());
    }

    @Test
    void connectionsAreOpenedTogetherAndGivenBackAndItsOwnFeedIsRead() throws SQLException {
        Connection[] opened = {mock(), mock(), mock()};
        when(database.getConnection()).thenReturn(opened[0], opened[1], opened[2]);
        when(tokens.token()).thenReturn("own");

        warmUp(Duration.ofMillis(300));

        for (var connection : opened) {
            verify(connection).close();
        }
        assertThat(asked.get()).isPositive();
    }

    @Test
    void whoIsOutDoesNotKeepItFromStarting() throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("not there"));
        when(tokens.token()).thenThrow(mock(MachineTokenUnavailable.class));

        warmUp(Duration.ofMillis(300));

        assertThat(asked.get()).isZero();
    }

    @Test
    void nothingIsDoneUnlessSomebodySaidHowLong() {
        warmUp(Duration.ZERO);

        verifyNoInteractions(database, tokens);
    }
}

package org.jingzhun.starter.web;

import java.time.Duration;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What an instance says when it was told to end. */
class LeavingTest {

    private final Leaving leaving = new Leaving(Duration.ZERO);

    private boolean isSaid() throws ServletException, java.io.IOException {
        var response = new MockHttpServletResponse();
        leaving.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.containsHeader(Leaving.HEADER);
    }

    @Test
    void itIsSaidFromTheEndOnAndNotBefore() throws Exception {
        leaving.start();
        assertThat(isSaid()).isFalse();

        leaving.stop();

        assertThat(isSaid()).isTrue();
        assertThat(leaving.isRunning()).isFalse();
    }

    @Test
    void itIsSaidBeforeTheWebServerTakesNoMoreRequests() {
        assertThat(leaving.getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE); // the web server ends later
    }
}

package org.jingzhun.starter.access;

import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.architecture.EveryEndpointIsGuarded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ProbeTest
class GuardKitTest {

    @Autowired
    ApplicationContext probe;

    @Test
    void everyEndpointIsGuarded() {
        EveryEndpointIsGuarded.check(probe);
    }

    @Test
    void anOpenOrUnknownOrUnscopedEndpointIsFound() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Open.class);
        context.refresh();

        assertThatThrownBy(() -> EveryEndpointIsGuarded.check(context))
                .hasMessageContaining("Unguarded#open(): neither @May nor @PreAuthorize")
                .hasMessageContaining("no role in roles.csv has household:erase")
                .hasMessageContaining("Unscoped#list(Scope): its scope needs a permission");
    }

    @Configuration
    @EnableWebMvc
    @Import({Unguarded.class, Unknown.class, Unscoped.class})
    static class Open {}

    @RestController
    static class Unguarded {

        @GetMapping("/open")
        String open() {
            return "";
        }
    }

    @RestController
    static class Unknown {

        @May("household:erase")
        @GetMapping("/unknown")
        String erase() {
            return "";
        }
    }

    @RestController
    static class Unscoped {

        @PreAuthorize("isAuthenticated()")
        @GetMapping("/unscoped")
        String list(Scope scope) {
            return "";
        }
    }
}

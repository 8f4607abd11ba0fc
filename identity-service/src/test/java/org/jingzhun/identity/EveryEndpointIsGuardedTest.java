package org.jingzhun.identity;

import java.util.TreeSet;

import org.jingzhun.test.architecture.EveryEndpointIsGuarded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@IdentityTest
class EveryEndpointIsGuardedTest {

    @Autowired
    ApplicationContext context;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        EveryEndpointIsGuarded.check(context);
    }

    @Test
    void onlyThePagesAreForEverybody() {
        var open = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getSimpleName().equals("SignInController")) {
                        open.addAll(mapping.getPatternValues());
                    }
                });

        assertThat(open).containsExactly("/login", "/login/password", "/logout");
    }
}

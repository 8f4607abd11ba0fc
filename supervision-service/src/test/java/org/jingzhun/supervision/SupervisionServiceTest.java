package org.jingzhun.supervision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on a free port, with a real database and without neighbours; one context for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jingzhun.test.schema=jz_supervision",
        "management.server.port=-1", "jingzhun.page.cursor-key=only-for-these-tests",
        "HOUSEHOLD_URL=http://127.0.0.1:1", "INDUSTRY_URL=http://127.0.0.1:1", "RELOCATION_URL=http://127.0.0.1:1",
        "FINANCE_URL=http://127.0.0.1:1", "IDENTITY_TOKEN_URL=http://127.0.0.1:1/oauth2/token"})
@Import({EmbeddedMariaDb.class, TestTokens.class, Api.class})
public @interface SupervisionServiceTest {
}

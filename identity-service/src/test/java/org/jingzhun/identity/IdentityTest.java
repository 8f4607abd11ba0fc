package org.jingzhun.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.server.EmbeddedRedis;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on a port of its own, with a real database and a real Redis, the demonstration's accounts, and a clock that can be moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_identity",
        "identity.provider.gateway-secret=gateway-secret-of-the-tests",
        "identity.start.admin-password=" + IdentityTest.ADMIN_PASSWORD,
        "identity.start.demo=true",
        "identity.start.demo-password=" + IdentityTest.DEMO_PASSWORD,
        "identity.start.demo-importer-secret=" + IdentityTest.IMPORTER_SECRET,
        "identity.password.strength=4",
        "management.server.port=0"})
@Import({EmbeddedMariaDb.class, EmbeddedRedis.class, MovableClock.class, Suite.class})
public @interface IdentityTest {

    String ADMIN_PASSWORD = "first password of tests 7";
    String DEMO_PASSWORD = "persons of the tests 7";
    String IMPORTER_SECRET = "importer-secret-of-the-tests";
}

package org.jingzhun.household;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jingzhun.household.figure.CountedRegister;
import org.jingzhun.household.quality.StoredRows;
import org.jingzhun.household.telling.ToldRegister;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on a free port, with a real database; one context for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jingzhun.test.schema=jz_household",
        "management.server.port=-1", "jingzhun.page.cursor-key=only-for-these-tests"})
@Import({EmbeddedMariaDb.class, TestTokens.class, Givens.class, StoredRows.class, Merges.class, Api.class, CountedRegister.class,
        ToldRegister.class})
public @interface HouseholdServiceTest {
}

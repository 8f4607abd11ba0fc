package org.jingzhun.bench.province;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.jingzhun.bench.flow.YearOfFlow;
import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of household-service with a hundredth of the city, asked as of a day and as known on a day. */
class CityFlowTest {

    private static final int ONE_OF = 100;
    private static final String NOW = "2026-01-01 00:00:00";

    @TempDir
    private static Path folder;

    private static JdbcClient register = EmptyClient.NONE;

    @BeforeAll
    static void build() throws Exception {
        var schema = EmbeddedMariaDb.schema("jz_flow");
        Flyway.configure().dataSource(schema.url(), schema.migrationAccount(), schema.password())
                .locations("classpath:db/starter", "filesystem:../household-service/src/main/resources/db/migration")
                .ignoreMigrationPatterns("*:missing").load().migrate();
        var database = new DriverManagerDataSource(schema.url() + "?allowLoadLocalInfile=true", schema.migrationAccount(),
                schema.password());
        var keyRing = folder.resolve("key-ring.json");
        KeyRingFile.create(keyRing);
        new CityFlow(folder.resolve("files"), database, keyRing, new PrintStream(System.out, true, StandardCharsets.UTF_8))
                .build(ONE_OF, 1);
        register = JdbcClient.create(database);
    }

    /** Poor persons below a code on a day, as known at an instant, by the conditions of household-service's {@code Moment}. */
    private static int poor(String below, String asOf, String knownAt) {
        return register.sql("""
                select count(*)
                  from (select id, village, exit_state from household
                         where valid_from <= :asOf and recorded_from <= :knownAt
                         union all
                        select id, village, exit_state from household_history
                         where valid_from <= :asOf and :asOf < valid_to and recorded_from <= :knownAt and :knownAt < recorded_to) h
                  join (select household_id from membership
                         where valid_from <= :asOf and (left_on is null or :asOf < left_on) and recorded_from <= :knownAt
                         union all
                        select household_id from membership_history
                         where valid_from <= :asOf and :asOf < valid_to and recorded_from <= :knownAt and :knownAt < recorded_to) m
                    on m.household_id = h.id
                 where h.exit_state in ('1', '3', '4') and h.village like :below
                """).param("asOf", asOf).param("knownAt", knownAt).param("below", below + "%").query(Integer.class).single();
    }

    @Test
    void theStockOfEachYearsEndIsOpeningAndMovements() {
        var stock = YearOfFlow.OPENING / ONE_OF;
        for (var year : YearOfFlow.ofChongzuo(ONE_OF)) {
            stock += year.change();
            assertThat(poor("4514", year.year() + "-12-31", NOW)).as("%d", year.year()).isEqualTo(stock);
        }
        assertThat(stock).isEqualTo(109);
    }

    @Test
    void countiesMakeTheCity() {
        var counties = register.sql("select distinct left(village, 6) from household").query(String.class).list();

        assertThat(counties).hasSize(7);
        assertThat(counties.stream().mapToInt(county -> poor(county, "2017-12-31", NOW)).sum())
                .isEqualTo(poor("4514", "2017-12-31", NOW));
    }

    @Test
    void whatWasReportedWronglyIsSeenOnTheDaysBeforeItWasTakenBack() {
        var misreported = YearOfFlow.ofChongzuo(ONE_OF).get(1).misreported();

        assertThat(poor("4514", "2016-12-31", "2017-03-14 00:00:00"))
                .isBetween(poor("4514", "2016-12-31", NOW) - misreported, poor("4514", "2016-12-31", NOW) - 1);
        assertThat(poor("4514", "2016-12-31", "2017-03-16 00:00:00")).isEqualTo(poor("4514", "2016-12-31", NOW));
    }

    @Test
    void nothingIsKnownBeforeItWasRecorded() {
        assertThat(poor("4514", "2015-12-31", "2015-01-01 00:00:00")).isZero();
        assertThat(poor("4514", "2019-12-31", "2015-12-31 00:00:00")).isEqualTo(poor("4514", "2015-12-31", NOW));
    }

    @Test
    void noRowHoldsTwiceAtOnce() {
        for (var table : new String[]{"household", "person", "membership"}) {
            assertThat(register.sql("""
                    select count(*) from %1$s_history a join %1$s_history b on b.id = a.id and b.history_id > a.history_id
                     where a.valid_from < b.valid_to and b.valid_from < a.valid_to
                       and a.recorded_from < b.recorded_to and b.recorded_from < a.recorded_to
                    """.formatted(table)).query(Integer.class).single()).as(table).isZero();
        }
    }

    private static final class EmptyClient {

        private static final JdbcClient NONE = JdbcClient.create(new DriverManagerDataSource());
    }
}

package org.jingzhun.bench.province;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jingzhun.starter.crypto.CryptoAutoConfiguration;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tables of household-service as its migrations make them, filled with a small province. */
class ProvinceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    private static Path folder;

    private static Path keyRing;
    private static DataSource database;

    @BeforeAll
    static void build() throws IOException {
        keyRing = folder.resolve("key-ring.json");
        KeyRingFile.create(keyRing);
        database = migrated("jz_province");
        province(database).build();
    }

    private static DataSource migrated(String name) {
        var schema = EmbeddedMariaDb.schema(name);
        Flyway.configure().dataSource(schema.url(), schema.migrationAccount(), schema.password())
                .locations("classpath:db/starter", "filesystem:../household-service/src/main/resources/db/migration")
                .ignoreMigrationPatterns("*:missing").load().migrate();
        return new DriverManagerDataSource(schema.url() + "?allowLoadLocalInfile=true", schema.migrationAccount(),
                schema.password());
    }

    private static Province province(DataSource into) {
        return new Province(new Province.Order("4514", 600, 2025, 1, folder.resolve("files"), 2), into, keyRing, CLOCK,
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static long count(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }

    @Test
    void everyHouseholdHasItsMembersItsYearAndItsPast() {
        var counts = Province.counts(database);

        assertThat(counts).containsEntry(RegisterTable.HOUSEHOLD, 600L).containsEntry(RegisterTable.HOUSEHOLD_YEAR, 600L)
                .containsEntry(RegisterTable.HOUSEHOLD_HISTORY, 1_200L);
        assertThat(counts.get(RegisterTable.PERSON)).isBetween(1_500L, 1_900L).isEqualTo(counts.get(RegisterTable.MEMBERSHIP));
        assertThat(counts.get(RegisterTable.PERSON_HISTORY)).isBetween(1_300L, counts.get(RegisterTable.PERSON));
        assertThat(count("select count(distinct left(village, 6)) from household")).isEqualTo(7);
        assertThat(count(
                "select count(*) from membership m join household h on h.id = m.household_id join person p on p.id = m.person_id"))
                .isEqualTo(counts.get(RegisterTable.PERSON));
        assertThat(count("select count(*) from membership where relation = '01'")).isEqualTo(600);
        assertThat(count("select count(*) from household where type is null or income_per_head < 4000 or data_year <> 2025"))
                .isZero();
        assertThat(count("select count(distinct phone_digest) - count(phone_digest) from person")).isZero();
    }

    @Test
    void tenYearsBackThereIsOneVersionOfEach() {
        for (var day : new String[]{"2016-11-22", "2021-06-01"}) {
            assertThat(count(
                    "select count(*) from household_history where valid_from <= '%s' and '%s' < valid_to".formatted(day, day)))
                    .isEqualTo(600);
        }
        assertThat(count("select count(*) from person p join person_history h on h.id = p.id where h.valid_to <> p.valid_from"))
                .isZero();
        assertThat(count("""
                select count(*) from membership m join person p on p.id = m.person_id
                 where m.valid_from <= '2016-11-22' and p.valid_from > '2016-11-22'
                   and not exists (select 1 from person_history h where h.id = p.id and h.valid_from <= '2016-11-22')
                """)).isZero();
    }

    @Test
    void theServiceReadsWhatWasLoaded() {
        record Stored(String number, byte[] residentId, String birth) {}
        var stored = JdbcClient.create(database)
                .sql("select number, resident_id, birth_date as birth from person order by id limit 50")
                .query((row, at) -> new Stored(row.getString(1), row.getBytes(2), row.getString(3))).list();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("jingzhun.crypto.key-ring", keyRing.toString())));
            context.registerBean(Clock.class, () -> CLOCK);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.register(CryptoAutoConfiguration.class);
            context.refresh();
            var cipher = context.getBean(FieldCipher.class);

            assertThat(stored).hasSize(50).allSatisfy(each -> assertThat(
                    cipher.decryptText(each.residentId, "person.resident_id", each.number).substring(6, 14))
                    .isEqualTo(each.birth.replace("-", "")));
        }
    }

    @Test
    void aRegisterInWhichThereIsSomethingIsLeftAlone() {
        assertThatThrownBy(() -> province(database).build()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void filesOfOtherKeysAreNotUsed() throws IOException {
        var other = migrated("jz_province_two");

        province(other).build();

        assertThat(Province.counts(other)).isEqualTo(Province.counts(database));
        assertThat(JdbcClient.create(other).sql("select number from person order by id limit 20").query(String.class).list())
                .isEqualTo(JdbcClient.create(database).sql("select number from person order by id limit 20").query(String.class)
                        .list());
    }

    @Test
    void aFileThatTheDatabaseRollsBackForAnothersLocksIsSentAgain() throws Exception {
        var ids = JdbcClient.create(database)
                .sql("select min(id), max(id) from household group by left(village, 6) order by 1 limit 1")
                .query((row, at) -> List.of(row.getLong(1), row.getLong(2))).single();
        var contested = migrated("jz_province_contested");
        JdbcClient.create(contested).sql("create table ballast (id bigint primary key)").update();
        try (var threads = Executors.newSingleThreadExecutor(); var other = contested.getConnection()) {
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try (var statement = other.createStatement()) {
                // the heavier of two transactions goes on
                statement.execute("insert into ballast select seq from seq_1_to_100000");
                statement.execute(copy(ids.getLast()));
                var built = threads.submit(() -> province(contested).build());
                while (!found(statement, ids.getFirst())) {
                    Thread.onSpinWait();
                }
                // waits for the loading that waits for the row above
                statement.execute(copy(ids.getFirst()));
                other.rollback();
                built.get();
            }
        }

        assertThat(Province.counts(contested)).isEqualTo(Province.counts(database));
    }

    private static boolean found(Statement statement, long id) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from household where id = " + id)) {
            return rows.next();
        }
    }

    /** An insert of a household as it was loaded before. */
    private static String copy(long id) {
        return JdbcClient.create(database).sql("select * from household where id = " + id).query((row, at) -> {
            var names = new ArrayList<String>();
            var values = new ArrayList<String>();
            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                var bytes = row.getBytes(column);
                if (bytes != null) {
                    names.add(row.getMetaData().getColumnName(column));
                    values.add("'" + HexFormat.of().formatHex(bytes) + "'");
                }
            }
            return "insert into household (%s) values (%s)".formatted(String.join(", ", names),
                    values.stream().map("unhex(%s)"::formatted).collect(Collectors.joining(", ")));
        }).single();
    }
}

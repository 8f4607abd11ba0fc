package org.jingzhun.household.export;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.household.register.HouseholdFilter;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The orders of exports. */
@Component
class Exports {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Exports(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    String newNumber() {
        return "X" + random.ints(15, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    void add(Export order) {
        jdbc.sql("""
                insert into export_order (number, account, area, format, layout, filter, as_of, data_year, unmasked, purpose,
                       created_at)
                values (:number, :account, :area, :format, :layout, :filter, :asOf, :dataYear, :unmasked, :purpose, :createdAt)
                """)
                .param("number", order.number()).param("account", order.account()).param("area", order.area())
                .param("format", order.format().name()).param("layout", order.layout().name())
                .param("filter", json.writeValueAsString(order.filter()))
                .param("asOf", order.asOf()).param("dataYear", order.dataYear()).param("unmasked", order.unmasked())
                .param("purpose", order.purpose()).param("createdAt", utc(order.createdAt())).update();
    }

    void finished(String number, int households) {
        jdbc.sql("update export_order set households = :households, finished_at = :now where number = :number")
                .param("households", households).param("now", utc(clock.instant())).param("number", number).update();
    }

    /** An order of this account. */
    Optional<Export> find(String number, String account) {
        return jdbc.sql("select * from export_order where number = :number and account = :account").param("number", number)
                .param("account", account).query((row, index) -> read(row)).optional();
    }

    /** Orders of an account, the youngest first. */
    List<Identified> page(String account, Cursor after) {
        return jdbc.sql("select * from export_order where account = :account and id < :id order by id desc limit :fetch")
                .param("account", account).param("id", after.isStart() ? Long.MAX_VALUE : after.number(0))
                .param("fetch", after.fetch()).query((row, index) -> new Identified(row.getLong("id"), read(row))).list();
    }

    record Identified(long id, Export order) {}

    private Export read(ResultSet row) throws SQLException {
        return new Export(row.getString("number"), row.getString("account"), row.getString("area"),
                ExportFormat.valueOf(row.getString("format")), Layout.valueOf(row.getString("layout")),
                json.readValue(row.getString("filter"), HouseholdFilter.class),
                row.getObject("as_of", LocalDate.class), row.getInt("data_year"), row.getBoolean("unmasked"),
                row.getString("purpose"), instant(row, "created_at"), count(row),
                instantOrNull(row, "finished_at"));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Integer count(ResultSet row) throws SQLException {
        var count = row.getInt("households");
        return row.wasNull() ? null : count;
    }
}

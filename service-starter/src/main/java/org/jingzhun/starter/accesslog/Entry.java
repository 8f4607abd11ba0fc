package org.jingzhun.starter.accesslog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import org.jingzhun.starter.access.Caller;

/** Who opened what, and when. */
record Entry(Instant at, Caller by, Opened opened) {

    static final String INSERT = """
            insert into access_log (at, account, kind, acting_for, request_id, address, opened, subject, area, county, purpose, records)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int COUNTY_LENGTH = 6;

    void bind(PreparedStatement row) throws SQLException {
        var area = opened.area();
        row.setObject(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        row.setString(2, by.account());
        row.setString(3, by.kind().name().toLowerCase(Locale.ROOT));
        row.setString(4, by.actingFor());
        row.setString(5, by.requestId());
        row.setString(6, by.address());
        row.setString(7, opened.what());
        row.setString(8, opened.subject());
        row.setString(9, area);
        row.setString(10, area.substring(0, Math.min(COUNTY_LENGTH, area.length())));
        row.setString(11, opened.purpose());
        row.setInt(12, opened.records());
    }
}

package org.jingzhun.household.auditing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Sight;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries of the access log, the newest first. A bounded number of them is looked at for a page, so a page may be short and still go on.
 *
 * <p>Whoever answers for a few counties walks over these alone, because the log of a province grows by thousands of entries a second.
 */
@Component
class AccessEntries {

    private static final int LOOKED_AT = 10_000;
    private static final int COUNTY_LENGTH = 6;
    private static final int MOST_COUNTIES = 8;
    private static final String COLUMNS = "id, at, account, kind, acting_for, request_id, address, opened, subject, area, purpose, records";

    private final JdbcClient jdbc;

    AccessEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<AccessLine> page(Scope scope, @Nullable String account, @Nullable String subject, Cursor after) {
        if (!(scope instanceof Scope.Ranges ranges)) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>();
        params.put("last", after.isStart() ? Long.MAX_VALUE : after.number(0));
        params.put("fetch", LOOKED_AT);
        var filter = "";
        if (account != null) {
            filter += " and account = :account";
            params.put("account", account);
        }
        if (subject != null) {
            filter += " and subject = :subject";
            params.put("subject", subject);
        }
        ResultSetExtractor<Looked> looking = rows -> look(rows, scope, after.limit());
        var looked = jdbc.sql(filter.isEmpty() ? byCounty(ranges, params) : newest(filter)).params(params).query(looking);
        return Page.upTo(looked.found(), after, looked.goesOn() ? List.of(looked.last()) : null);
    }

    private static String newest(String filter) {
        return "select %s from access_log where id < :last%s order by id desc limit :fetch".formatted(COLUMNS, filter);
    }

    /** One short walk over the index for each county of the scope, if these are few; over all entries otherwise. */
    private static String byCounty(Scope.Ranges scope, Map<String, Object> params) {
        var counties = scope.ranges().stream()
                .map(range -> range.from().regionMatches(0, range.to(), 0, COUNTY_LENGTH)
                        ? range.from().substring(0, COUNTY_LENGTH)
                        : "")
                .distinct().toList();
        if (counties.contains("") || counties.size() > MOST_COUNTIES) {
            return newest("");
        }
        return IntStream.range(0, counties.size()).mapToObj(i -> {
            params.put("county" + i, counties.get(i));
            return "(" + newest(" and county = :county" + i) + ")";
        }).collect(Collectors.joining(" union all ", "", " order by id desc limit :fetch"));
    }

    private static Looked look(ResultSet rows, Scope scope, int limit) throws SQLException {
        var found = new ArrayList<AccessLine>();
        int count = 0;
        long last = 0;
        while (rows.next()) {
            if (found.size() == limit) {
                return new Looked(found, last, true);
            }
            count++;
            last = rows.getLong(1);
            if (Sight.sees(scope, rows.getString(10))) {
                found.add(line(rows));
            }
        }
        return new Looked(found, last, count == LOOKED_AT);
    }

    private static AccessLine line(ResultSet row) throws SQLException {
        return new AccessLine(row.getLong(1), row.getObject(2, LocalDateTime.class).atOffset(ZoneOffset.UTC).toString(),
                row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
                row.getString(9), row.getString(10), row.getString(11), row.getInt(12));
    }

    /** Who opened what, when, from where; an empty area is the whole country, {@code records} how many records were shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessLine(long id, String at, String account, String kind, @Nullable String actingFor, @Nullable String requestId,
            @Nullable String address, String opened, @Nullable String subject, String area, @Nullable String purpose,
            int records) {}

    private record Looked(List<AccessLine> found, long last, boolean goesOn) {}
}

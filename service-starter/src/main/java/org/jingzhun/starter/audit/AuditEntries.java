package org.jingzhun.starter.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Audit entries, the newest first. A bounded number of them is looked at for a page, so a page may be short and still go on.
 */
public class AuditEntries {

    private static final int LOOKED_AT = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<AuditLine> page(Scope scope, @Nullable String subjectKind, @Nullable String subject, Cursor after) {
        var params = new HashMap<String, Object>();
        params.put("last", after.isStart() ? Long.MAX_VALUE : after.number(0));
        params.put("fetch", LOOKED_AT);
        var filter = "";
        if (subjectKind != null && subject != null) {
            filter = "and subject_kind = :kind and subject = :subject";
            params.put("kind", subjectKind);
            params.put("subject", subject);
        }
        ResultSetExtractor<Looked> looking = rows -> look(rows, scope, after.limit());
        var looked = jdbc.sql("""
                select id, at, account, kind, acting_for, request_id, address, action, subject_kind, subject, area, detail
                  from audit_entry
                 where id < :last %s
                 order by id desc
                 limit :fetch
                """.formatted(filter)).params(params).query(looking);
        return Page.upTo(looked.found(), after, looked.goesOn() ? List.of(looked.last()) : null);
    }

    private Looked look(ResultSet rows, Scope scope, int limit) throws SQLException {
        var found = new ArrayList<AuditLine>();
        int count = 0;
        long last = 0;
        while (rows.next()) {
            if (found.size() == limit) {
                return new Looked(found, last, true);
            }
            count++;
            last = rows.getLong(1);
            if (Sight.sees(scope, rows.getString(11))) {
                found.add(entry(rows));
            }
        }
        return new Looked(found, last, count == LOOKED_AT);
    }

    private AuditLine entry(ResultSet row) throws SQLException {
        return new AuditLine(row.getLong(1), row.getObject(2, LocalDateTime.class).atOffset(ZoneOffset.UTC).toString(),
                row.getString(3),
                row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11), detail(row.getString(12)));
    }

    private @Nullable Map<String, Object> detail(@Nullable String text) {
        return text == null
                ? null
                : json.readValue(text, json.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    /** Who did what, when, from where, to which record; {@code detail} holds codes, counts and purposes, never personal data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditLine(long id, String at, String account, String kind, @Nullable String actingFor,
            @Nullable String requestId,
            @Nullable String address, String action, String subjectKind, @Nullable String subject, @Nullable String area,
            @Nullable Map<String, Object> detail) {}

    private record Looked(List<AuditLine> found, long last, boolean goesOn) {}
}

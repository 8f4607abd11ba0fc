package org.jingzhun.starter.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jingzhun.starter.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes audit entries. Call it inside the transaction of the deed: both are kept, or neither. */
public class Audit {

    private static final int DETAIL_LENGTH = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A deed of whoever called.
     *
     * @param action what was done, such as {@code correction.approved}
     * @param detail what else must be known: codes, counts, field names, the stated purpose; no personal data
     */
    public void record(Caller by, String action, Subject subject, Map<String, ?> detail) {
        insert(by.account(), by.kind().name().toLowerCase(Locale.ROOT), by.actingFor(), by.requestId(), by.address(),
                action, subject, detail);
    }

    public void record(Caller by, String action, Subject subject) {
        record(by, action, subject, Map.of());
    }

    /** A deed of a job, which has no caller any more; {@code account} is the one that ordered it. */
    public void recordJob(String account, String action, Subject subject, Map<String, ?> detail) {
        insert(account, "job", null, null, null, action, subject, detail);
    }

    private void insert(String account, String kind, @Nullable String actingFor, @Nullable String requestId,
            @Nullable String address, String action, Subject subject, Map<String, ?> detail) {
        jdbc.sql("""
                insert into audit_entry (at, account, kind, acting_for, request_id, address, action, subject_kind, subject, area, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(account)
                .param(kind)
                .param(actingFor)
                .param(requestId)
                .param(address)
                .param(action)
                .param(subject.kind())
                .param(subject.id())
                .param(subject.area())
                .param(text(detail))
                .update();
    }

    private @Nullable String text(Map<String, ?> detail) {
        if (detail.isEmpty()) {
            return null;
        }
        var text = json.writeValueAsString(new TreeMap<>(detail));
        if (text.length() > DETAIL_LENGTH) {
            throw new IllegalArgumentException(
                    "the detail of an audit entry is at most %d characters long".formatted(DETAIL_LENGTH));
        }
        return text;
    }
}

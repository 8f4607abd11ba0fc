package org.jingzhun.starter.rotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.KeyRing;
import org.jingzhun.starter.crypto.NotDecipherable;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypts everything anew under a new key, some rows in each transaction, while the service is in use.
 *
 * <p>Each transaction locks the row that tells how far the rotation has come, reads the next rows, writes each field back if nobody has
 * changed it since, and notes the position: after a kill the next one goes on there, and two at once take turns. What others write
 * meanwhile under the older key, because they read or encrypted it before the new one was in use, is found by the next pass; a pass that
 * finds nothing is the last.
 */
class RotationJob {

    private static final Logger log = LoggerFactory.getLogger(RotationJob.class);

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Transactions transactions;
    private final KeyRing keys;
    private final FieldCipher cipher;
    private final List<EncryptedColumn> columns;
    private final Audit audit;
    private final Clock clock;
    private final Duration overlap;

    RotationJob(JdbcTemplate jdbc, Transactions transactions, KeyRing keys, FieldCipher cipher, List<EncryptedColumn> columns,
            Audit audit, Clock clock, Duration overlap) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.keys = keys;
        this.cipher = cipher;
        this.columns = List.copyOf(columns);
        this.audit = audit;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Goes on until there is nothing to do now, or until it shall stop. */
    void run(BooleanSupplier stop) {
        while (!stop.getAsBoolean() && transactions.<Boolean>inOne(this::step)) {
            // some rows at a time
        }
    }

    /** One step in one transaction; whether there may be another one right away. */
    private boolean step() {
        var found = client.sql("""
                select id, key_id, not_before, pass, target, position, done, total, renewed_in_pass, renewed, unreadable, ordered_by
                  from key_rotation where running = 1 and kind = 'FIELDS' for update
                """).query(Progress.class).optional();
        if (found.isEmpty() || now().isBefore(found.get().notBefore)) {
            return false;
        }
        var progress = found.get();
        if (progress.keyId == null) {
            var activeFrom = clock.instant().plus(overlap);
            var id = keys.prepareNext(activeFrom);
            client.sql("update key_rotation set key_id = ?, not_before = ?, changed_at = ? where id = ?").param(id)
                    .param(LocalDateTime.ofInstant(activeFrom.plus(overlap), ZoneOffset.UTC)).param(now()).param(progress.id)
                    .update();
            return false;
        }
        if (!keys.isInUse(progress.keyId)) {
            return false; // not read again yet
        }
        if (progress.target == null) {
            begin(progress);
            return true;
        }
        return columns.stream().filter(column -> column.name().equals(progress.target)).findFirst()
                .map(column -> renew(progress, column))
                .orElseGet(() -> { // a newer release has other columns
                    begin(progress);
                    return true;
                });
    }

    private void begin(Progress progress) {
        if (columns.isEmpty()) {
            finish(progress);
            return;
        }
        var total = columns.stream().mapToLong(column -> client.sql(column.counting()).query(Long.class).single()).sum();
        store(progress, progress.pass + 1, columns.getFirst().name(), null, 0, total, 0, 0);
    }

    private boolean renew(Progress progress, EncryptedColumn column) {
        var rows = jdbc.query(column.reading(), (row, index) -> read(column, row), column.after(progress.after(column)));
        var fresh = new ArrayList<Object[]>();
        long unreadable = progress.unreadable;
        for (var row : rows) {
            if (row.stored != null && cipher.isOutdated(row.stored)) {
                try {
                    fresh.add(row.write(cipher.renewed(row.stored, column.associated(), row.identity)));
                } catch (NotDecipherable e) {
                    unreadable++;
                    log.error("{} of the row {} cannot be deciphered and stays as it is", column.name(), row.key, e);
                }
            }
        }
        if (!fresh.isEmpty()) {
            jdbc.batchUpdate(column.writing(), fresh);
        }
        var full = rows.size() == column.rowsAtOnce();
        var next = full ? column : next(column);
        var renewed = progress.renewedInPass + fresh.size();
        store(progress, progress.pass, next == null ? null : next.name(), full ? rows.getLast().position() : null,
                progress.done + rows.size(), progress.total, renewed, unreadable);
        return next != null || afterPass(progress, renewed);
    }

    private boolean afterPass(Progress progress, long renewed) {
        if (renewed == 0) {
            finish(progress);
        } else {
            client.sql("update key_rotation set not_before = ? where id = ?").param(now().plus(overlap)).param(progress.id)
                    .update();
        }
        return false;
    }

    private @Nullable EncryptedColumn next(EncryptedColumn column) {
        var place = columns.indexOf(column) + 1;
        return place == columns.size() ? null : columns.get(place);
    }

    private void store(Progress from, int pass, @Nullable String target, @Nullable String position, long done, long total,
            long renewedInPass, long unreadable) {
        client.sql("""
                update key_rotation set pass = ?, target = ?, position = ?, done = ?, total = ?, renewed_in_pass = ?,
                       renewed = renewed + ?, unreadable = ?, changed_at = ?
                 where id = ?
                """).params(Arrays.asList(pass, target, position, done, total, renewedInPass,
                pass == from.pass ? renewedInPass - from.renewedInPass : 0, unreadable, now(), from.id)).update();
    }

    private void finish(Progress progress) {
        client.sql("update key_rotation set running = null, finished_at = ?, changed_at = ? where id = ?").param(now())
                .param(now())
                .param(progress.id).update();
        audit.recordJob(progress.orderedBy, "key-rotation.finished", Subject.of("key-rotation", Long.toString(progress.id)),
                Map.of("renewed", progress.renewed, "passes", progress.pass));
        log.info("Key rotation {} is done: {} fields encrypted anew in {} passes", progress.id, progress.renewed, progress.pass);
    }

    private static Found read(EncryptedColumn column, ResultSet row) throws SQLException {
        var key = new ArrayList<Long>();
        int index = 1;
        for (; index <= column.key().size(); index++) {
            key.add(row.getLong(index));
        }
        return new Found(key, row.getBytes(index), row.getString(index + 1));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** How far it has come. */
    private record Progress(long id, @Nullable Integer keyId, LocalDateTime notBefore, int pass, @Nullable String target,
            @Nullable String position, long done, long total, long renewedInPass, long renewed, long unreadable,
            String orderedBy) {

        List<Long> after(EncryptedColumn column) {
            return position == null ? column.beginning() : Arrays.stream(position.split(",", -1)).map(Long::valueOf).toList();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read and written, never compared
    private record Found(List<Long> key, byte @Nullable [] stored, String identity) {

        Object[] write(byte[] fresh) {
            var values = new ArrayList<@Nullable Object>();
            values.add(fresh);
            values.addAll(key);
            values.add(stored);
            return values.toArray();
        }

        String position() {
            return key.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }
}

package org.jingzhun.starter.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Raises all stored digests to a new generation, some rows in each transaction, while the service is in use.
 *
 * <p>First the key is made and it is waited until all instances know it. Then the generation is switched in one moment, for which writers
 * wait; from there on nobody writes the former one. What still stands under it is raised by {@link DigestedRows}, and by writers who touch it
 * before. Each transaction notes how far it has come, so that a kill costs one step. A pass that finds nothing is the last.
 */
class DigestRotationJob {

    private static final Logger log = LoggerFactory.getLogger(DigestRotationJob.class);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final StoredDigests digests;
    private final List<DigestedRows> tables;
    private final Audit audit;
    private final Clock clock;
    private final Duration overlap;

    DigestRotationJob(JdbcClient jdbc, Transactions transactions, StoredDigests digests, List<DigestedRows> tables, Audit audit,
            Clock clock, Duration overlap) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.digests = digests;
        this.tables = List.copyOf(tables);
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
        var found = jdbc.sql("""
                select id, key_id, not_before, pass, target, position, done, total, renewed_in_pass, renewed, ordered_by
                  from key_rotation where running = 1 and kind = 'DIGESTS' for update
                """).query(Progress.class).optional();
        if (found.isEmpty() || now().isBefore(found.get().notBefore)) {
            return false;
        }
        var progress = found.get();
        if (progress.keyId == null) {
            prepare(progress);
            return false;
        }
        if (progress.pass == 0) {
            digests.begin(); // ends with this transaction: all writers wait for it
            store(progress, 1, tables.getFirst().name(), null, 0, progress.total, 0);
            log.info("Key rotation {}: digests are written under the new key from now on", progress.id);
            return true;
        }
        var target = progress.target;
        if (target == null) {
            begin(progress);
            return true;
        }
        var table = tables.stream().filter(it -> it.name().equals(target)).findFirst().orElse(null);
        if (table == null) { // a newer release has other tables
            begin(progress);
            return true;
        }
        return raise(progress, table);
    }

    private void prepare(Progress progress) {
        var activeFrom = clock.instant().plus(overlap);
        var id = digests.prepareNext(activeFrom);
        jdbc.sql("update key_rotation set key_id = ?, not_before = ?, total = ?, changed_at = ? where id = ?").param(id)
                .param(LocalDateTime.ofInstant(activeFrom, ZoneOffset.UTC)).param(total()).param(now()).param(progress.id)
                .update();
    }

    private void begin(Progress progress) {
        store(progress, progress.pass + 1, tables.getFirst().name(), null, 0, total(), 0);
    }

    private long total() {
        return tables.stream().mapToLong(DigestedRows::count).sum();
    }

    private boolean raise(Progress progress, DigestedRows table) {
        var step = table.raise(progress.position, digests.reloaded());
        var next = step.position() != null ? table : next(table);
        var raised = progress.renewedInPass + step.raised();
        store(progress, progress.pass, next == null ? null : next.name(), step.position(), progress.done + step.looked(),
                progress.total, raised);
        if (next == null && raised == 0) {
            finish(progress);
            return false;
        }
        return true;
    }

    private @Nullable DigestedRows next(DigestedRows table) {
        var place = tables.indexOf(table) + 1;
        return place == tables.size() ? null : tables.get(place);
    }

    private void store(Progress from, int pass, @Nullable String target, @Nullable String position, long done, long total,
            long raised) {
        jdbc.sql("""
                update key_rotation set pass = ?, target = ?, position = ?, done = ?, total = ?, renewed_in_pass = ?,
                       renewed = renewed + ?, changed_at = ?
                 where id = ?
                """).params(Arrays.asList(pass, target, position, done, total, raised,
                pass == from.pass ? raised - from.renewedInPass : 0, now(), from.id)).update();
    }

    private void finish(Progress progress) {
        digests.end();
        jdbc.sql("update key_rotation set running = null, finished_at = ?, changed_at = ? where id = ?").param(now())
                .param(now()).param(progress.id).update();
        audit.recordJob(progress.orderedBy, "key-rotation.finished", Subject.of("key-rotation", Long.toString(progress.id)),
                Map.of("renewed", progress.renewed, "passes", progress.pass));
        log.info("Key rotation {} is done: {} rows have new digests after {} passes", progress.id, progress.renewed,
                progress.pass);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** How far it has come. */
    private record Progress(long id, @Nullable Integer keyId, LocalDateTime notBefore, int pass, @Nullable String target,
            @Nullable String position, long done, long total, long renewedInPass, long renewed, String orderedBy) {}
}

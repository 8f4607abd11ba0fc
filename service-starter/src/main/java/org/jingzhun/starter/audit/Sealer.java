package org.jingzhun.starter.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.crypto.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Chains what was written since the last seal. Entries take no lock on each other, so they become visible out of order: a seal
 * names its members, and the numbers that were missing are looked for again.
 */
class Sealer {

    static final String SIGNATURE = "audit-seal";
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int GAPS_PER_QUERY = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Digests digests;
    private final Clock clock;
    private final Duration patience;
    private final int batch;

    Sealer(JdbcClient jdbc, TransactionOperations transactions, Digests digests, Clock clock, Duration patience, int batch) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.digests = digests;
        this.clock = clock;
        this.patience = patience;
        this.batch = batch;
    }

    /** Seals all that is there, in batches. */
    void sealAll() {
        try {
            while (sealOne() > 0) {
                // the next batch
            }
        } catch (DuplicateKeyException e) {
            log.info("another instance seals the audit at the same time; this one leaves it to it");
        }
    }

    /** Returns how many entries the new seal holds; without any there is no seal. */
    int sealOne() {
        Integer sealed = transactions.execute(transaction -> {
            var last = last();
            var high = last.map(Seal::highId).orElse(0L);
            var gaps = OpenGaps.parse(last.map(Seal::openGaps).orElse(""));
            var entries = new ArrayList<>(late(gaps));
            entries.addAll(since(high, batch - entries.size()));
            if (!entries.isEmpty()) {
                entries.sort(Comparator.comparingLong(SealedEntry::id));
                insert(last, high, gaps, entries);
            }
            return entries.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private Optional<Seal> last() {
        return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal order by number desc limit 1").query(Seal.class).optional();
    }

    private List<SealedEntry> since(long high, int limit) {
        return jdbc.sql("select " + SealedEntry.COLUMNS + " from audit_entry where id > ? order by id limit ?")
                .param(high)
                .param(limit)
                .query(SealedEntry::read)
                .list();
    }

    private List<SealedEntry> late(OpenGaps gaps) {
        var found = new ArrayList<SealedEntry>();
        for (var from = 0; from < gaps.gaps().size() && found.size() < batch; from += GAPS_PER_QUERY) {
            var some = gaps.gaps().subList(from, Math.min(gaps.gaps().size(), from + GAPS_PER_QUERY));
            var inSome = String.join(" or ", some.stream().map(gap -> "id between ? and ?").toList());
            var query = jdbc.sql("select " + SealedEntry.COLUMNS + " from audit_entry where " + inSome + " order by id limit ?");
            for (var gap : some) {
                query = query.param(gap.from()).param(gap.to());
            }
            found.addAll(query.param(batch - found.size()).query(SealedEntry::read).list());
        }
        return found;
    }

    private void insert(Optional<Seal> last, long high, OpenGaps gaps, List<SealedEntry> entries) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        var ids = entries.stream().map(SealedEntry::id).toList();
        var number = last.map(Seal::number).orElse(0L) + 1;
        var newHigh = Math.max(high, ids.getLast());
        var members = IdRanges.of(ids).toString();
        var openGaps = gaps.after(ids, high, now, patience).toString();
        var previous = last.map(Seal::digest).orElse(Seal.NONE_BEFORE);
        var digest = Seal.digest(previous, number, at, newHigh, members, openGaps, entries);
        jdbc.sql("insert into audit_seal (" + Seal.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(at)
                .param(newHigh)
                .param(entries.size())
                .param(members)
                .param(openGaps)
                .param(previous)
                .param(Seal.prints(entries))
                .param(digest)
                .param(digests.of(SIGNATURE, digest))
                .update();
    }
}

package org.jingzhun.starter.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.crypto.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies that no audit entry was changed, removed or slipped in since it was sealed. */
public class AuditChain {

    private static final int SEALS_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Digests digests;

    AuditChain(JdbcClient jdbc, Digests digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    /**
     * What a verification found.
     *
     * @param seals how many seals were found in order
     * @param entries how many entries they hold
     * @param waiting entries that are not sealed yet
     * @param broken the first place that is not as it was sealed; none if the chain is whole
     */
    public record Verdict(long seals, long entries, long waiting, @Nullable Broken broken) {

        public boolean whole() {
            return broken == null;
        }
    }

    /**
     * A place that is not as it was sealed.
     *
     * @param seal the seal's number; 0 if the place is in none
     * @param entry the entry's number, if it can be told
     */
    public record Broken(long seal, @Nullable Long entry, String what) {}

    /** Reads the whole chain from its beginning. */
    public Verdict verify() {
        var walk = new Walk();
        for (var some = after(0); !some.isEmpty(); some = after(some.getLast().number())) {
            for (var seal : some) {
                var broken = walk.next(seal);
                if (broken != null) {
                    return walk.verdict(broken);
                }
            }
        }
        return walk.verdict(walk.slippedIn());
    }

    private List<Seal> after(long number) {
        return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal where number > ? order by number limit " + SEALS_AT_ONCE)
                .param(number)
                .query(Seal.class)
                .list();
    }

    private List<SealedEntry> entries(IdRanges members) {
        var found = new ArrayList<SealedEntry>();
        for (var range : members.ranges()) {
            found.addAll(jdbc.sql("select " + SealedEntry.COLUMNS + " from audit_entry where id between ? and ? order by id")
                    .param(range.from())
                    .param(range.to())
                    .query(SealedEntry::read)
                    .list());
        }
        return found;
    }

    /** One verification on its way from seal to seal. */
    private class Walk {

        private final List<IdRanges.Range> sealed = new ArrayList<>();
        private @Nullable Seal last;
        private long seals;
        private long entries;

        @Nullable
        Broken next(Seal seal) {
            var expected = last == null ? 1 : last.number() + 1;
            if (seal.number() != expected) {
                return new Broken(expected, null, "the seal is missing");
            }
            if (!Arrays.equals(seal.previous(), last == null ? Seal.NONE_BEFORE : last.digest())) {
                return new Broken(seal.number(), null, "the seal does not follow the one before");
            }
            if (!Arrays.equals(seal.signature(), digests.of(Sealer.SIGNATURE, seal.digest()))) {
                return new Broken(seal.number(), null, "the seal was not made by this installation");
            }
            var broken = contents(seal);
            if (broken == null) {
                last = seal;
                seals++;
                entries += seal.entries();
                sealed.addAll(IdRanges.parse(seal.members()).ranges());
            }
            return broken;
        }

        private @Nullable Broken contents(Seal seal) {
            var members = IdRanges.parse(seal.members());
            var found = entries(members);
            var missing = IdRanges.of(found.stream().map(SealedEntry::id).toList());
            for (var range : members.ranges()) {
                var gone = new IdRanges(
                        missing.ranges().stream().filter(it -> it.to() >= range.from() && it.from() <= range.to()).toList())
                        .gaps(range.from(), range.to());
                if (!gone.isEmpty()) {
                    return new Broken(seal.number(), gone.ranges().getFirst().from(), "the entry was removed");
                }
            }
            var digest = Seal.digest(seal.previous(), seal.number(), seal.at(), seal.highId(), seal.members(), seal.openGaps(),
                    found);
            if (Arrays.equals(digest, seal.digest())) {
                return null;
            }
            return changed(seal, found)
                    .map(entry -> new Broken(seal.number(), entry, "the entry was changed"))
                    .orElseGet(() -> new Broken(seal.number(), null, "the seal was changed"));
        }

        private Optional<Long> changed(Seal seal, List<SealedEntry> found) {
            var prints = Seal.prints(found);
            var at = Arrays.mismatch(prints, seal.prints());
            return at < 0 || at / Seal.PRINT_BYTES >= found.size()
                    ? Optional.empty()
                    : Optional.of(found.get(at / Seal.PRINT_BYTES).id());
        }

        /** An entry that no seal holds, although higher ones were sealed, and although nobody waits for it. */
        @Nullable
        Broken slippedIn() {
            if (last == null) {
                return null;
            }
            var known = new ArrayList<>(sealed);
            OpenGaps.parse(last.openGaps()).gaps().forEach(gap -> known.add(new IdRanges.Range(gap.from(), gap.to())));
            known.sort(Comparator.comparingLong(IdRanges.Range::from));
            for (var gap : new IdRanges(known).gaps(1, last.highId()).ranges()) {
                var found = jdbc.sql("select min(id) from audit_entry where id between ? and ?")
                        .param(gap.from())
                        .param(gap.to())
                        .query(Long.class)
                        .optional();
                if (found.isPresent()) {
                    return new Broken(0, found.get(), "the entry is in no seal although later ones are");
                }
            }
            return null;
        }

        Verdict verdict(@Nullable Broken broken) {
            var all = jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
            return new Verdict(seals, entries, broken == null ? all - entries : 0, broken);
        }
    }
}

package org.jingzhun.starter.audit;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A batch of entries, closed for ever, and chained to the one before.
 *
 * @param highId the highest entry number ever sealed, here or before
 * @param members the numbers of the entries in this batch
 * @param openGaps lower numbers that may still come
 * @param prints the first 8 bytes of each entry's digest: they prove nothing, but tell which entry of a broken batch was changed
 */
@SuppressWarnings("ArrayRecordComponent") // a row of the table, never compared as a whole
record Seal(long number, LocalDateTime at, long highId, int entries, String members, String openGaps, byte[] previous,
        byte[] prints,
        byte[] digest, byte[] signature) {

    static final String COLUMNS = "number, at, high_id, entries, members, open_gaps, previous, prints, digest, signature";
    static final int PRINT_BYTES = 8;
    static final byte[] NONE_BEFORE = new byte[32];

    static byte[] digest(byte[] previous, long number, LocalDateTime at, long highId, String members, String openGaps,
            List<SealedEntry> entries) {
        var sm3 = new Sm3().add(previous).add(number).add(at.toString()).add(highId).add(members).add(openGaps)
                .add(entries.size());
        entries.forEach(entry -> sm3.add(entry.digest()));
        return sm3.done();
    }

    static byte[] prints(List<SealedEntry> entries) {
        var prints = ByteBuffer.allocate(entries.size() * PRINT_BYTES);
        entries.forEach(entry -> prints.put(entry.digest(), 0, PRINT_BYTES));
        return prints.array();
    }
}

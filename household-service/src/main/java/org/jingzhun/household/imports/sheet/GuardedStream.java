package org.jingzhun.household.imports.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts what an archive inflates to, and stops before it has eaten the machine. */
final class GuardedStream extends FilterInputStream {

    private static final long TOO_SMALL_TO_JUDGE = 10 << 20;

    private final ReadingLimits limits;
    private final LongSupplier packedBytes;
    private long inflated;

    GuardedStream(InputStream in, ReadingLimits limits, LongSupplier packedBytes) {
        super(in);
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int bytes) {
        inflated += bytes;
        if (inflated > limits.maxInflatedBytes() || (inflated > TOO_SMALL_TO_JUDGE
                && inflated / Math.max(1, packedBytes.getAsLong()) > limits.maxInflationRatio())) {
            throw new UnreadableFile("zip-bomb");
        }
    }
}

package org.jingzhun.household.imports.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts that the cells of a workbook point to, packed: a million of them are 25 MB, not 100. */
final class SharedStrings {

    private static final int REMEMBERED = 8192;

    private final int maxBytes;
    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 12];
    private int count;
    private final String[] remembered = new String[REMEMBERED];

    SharedStrings(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    void add(CharSequence text) {
        var encoded = text.toString().getBytes(StandardCharsets.UTF_8);
        var end = count == 0 ? 0 : ends[count - 1];
        if ((long) end + encoded.length > maxBytes) {
            throw new UnreadableFile("zip-bomb");
        }
        if (end + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes, Math.max(bytes.length * 2L, end + encoded.length)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(encoded, 0, bytes, end, encoded.length);
        ends[count++] = end + encoded.length;
    }

    @SuppressWarnings("NullAway") // the array starts empty
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new UnreadableFile("file-damaged");
        }
        if (index >= REMEMBERED) {
            return decode(index);
        }
        var known = remembered[index];
        if (known == null) {
            known = decode(index);
            remembered[index] = known;
        }
        return known;
    }

    private String decode(int index) {
        var start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }
}

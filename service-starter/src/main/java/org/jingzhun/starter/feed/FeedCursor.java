package org.jingzhun.starter.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jingzhun.starter.access.Scope;

/**
 * How far a reader has come, and in which order and scope he read. It opens nothing: what he may see is decided anew for each page.
 *
 * @param scope fingerprint of what he may see: once that has changed, he lacks facts that he passed
 */
record FeedCursor(String epoch, long position, String scope) {

    private static final Pattern FORM = Pattern.compile("([0-9A-Z]{1,26})\\.([0-9]{1,18})\\.([0-9a-f]{16})");
    private static final int FINGERPRINT_BYTES = 8;

    static FeedCursor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new FeedCursorMalformed();
        }
        return new FeedCursor(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3));
    }

    static String fingerprint(Scope scope) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(scope.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return epoch + "." + position + "." + scope;
    }
}

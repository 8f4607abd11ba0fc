package org.jingzhun.starter.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Writes and reads the mark of a position: the position in the open, and a code over it and over what the list is of. */
class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_LENGTH = 16;
    private static final int LONGEST_MARK = 2000;

    private final SecretKeySpec key;

    CursorSeal(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            LoggerFactory.getLogger(CursorSeal.class).warn("jingzhun.page.cursor-key is not set: "
                    + "lists that are being paged through start again after a restart, and on another instance");
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            key = new SecretKeySpec(random, ALGORITHM);
        } else {
            key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        }
    }

    String seal(List<String> position, String list) {
        var open = write(position);
        var mark = Arrays.copyOf(code(open, list), CODE_LENGTH + open.length);
        System.arraycopy(open, 0, mark, CODE_LENGTH, open.length);
        return encoded(mark);
    }

    private static String encoded(byte[] mark) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    List<String> open(String mark, String list) {
        var bytes = decoded(mark);
        var open = Arrays.copyOfRange(bytes, CODE_LENGTH, bytes.length);
        if (!MessageDigest.isEqual(code(open, list), Arrays.copyOf(bytes, CODE_LENGTH))) {
            throw new CursorNotYours();
        }
        return read(open);
    }

    private static byte[] decoded(String mark) {
        if (mark.length() > LONGEST_MARK) {
            throw new CursorNotYours();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(mark);
            if (bytes.length <= CODE_LENGTH || !encoded(bytes).equals(mark)) { // else some marks could be written in several ways
                throw new CursorNotYours();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new CursorNotYours();
        }
    }

    private byte[] code(byte[] open, String list) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(open); // it tells its own length, so that nothing can move over into the list's part
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), CODE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] write(List<String> position) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(position.size());
            for (var value : position) {
                out.writeUTF(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] open) {
        try (var in = new DataInputStream(new ByteArrayInputStream(open))) {
            var size = in.readUnsignedByte();
            var position = new ArrayList<String>(size);
            for (int i = 0; i < size; i++) {
                position.add(in.readUTF());
            }
            return position;
        } catch (IOException e) {
            throw new CursorNotYours();
        }
    }
}

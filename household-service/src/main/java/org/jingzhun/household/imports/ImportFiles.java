package org.jingzhun.household.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jingzhun.household.imports.sheet.StoredContent;
import org.jingzhun.starter.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded files, as encrypted pieces in the database: any instance can go on with them, and none lies in clear on a disk. */
@Component
class ImportFiles {

    static final int PIECE = 1 << 19;

    private static final String COLUMN = "import_chunk.cipher";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    ImportFiles(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What came in. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Stored(long size, byte[] digest) {}

    /** Stores what a client sends, piece by piece, never more than one of them in memory. */
    Stored store(long importId, int upload, InputStream body, long limit) throws IOException {
        var digest = sha256();
        var size = 0L;
        for (int position = 0;; position++) {
            var piece = body.readNBytes(PIECE);
            size += piece.length;
            if (size > limit) {
                throw new FileTooLarge(limit);
            }
            if (piece.length > 0) {
                digest.update(piece);
                jdbc.sql("insert into import_chunk (import_id, upload, position, cipher) values (?, ?, ?, ?)").param(importId)
                        .param(upload).param(position).param(cipher.encrypt(piece, COLUMN, row(importId, upload, position)))
                        .update();
            }
            if (piece.length < PIECE) {
                return new Stored(size, digest.digest());
            }
        }
    }

    /** Forgets earlier uploads of an import, or all. */
    void delete(long importId, int before) {
        while (jdbc.sql("delete from import_chunk where import_id = ? and upload < ? limit 32").param(importId).param(before)
                .update() > 0) {
            // some pieces at a time
        }
    }

    StoredContent open(ImportJob job) {
        var upload = job.storedUpload();
        var size = job.size();
        if (upload == null || size == null) {
            throw new IllegalStateException("import " + job.number() + " has no file");
        }
        return new StoredContent() {
            @Override
            public SeekableByteChannel open() {
                return new Pieces(job.id(), upload, size);
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    private byte[] piece(long importId, int upload, int position) {
        var stored = jdbc.sql("select cipher from import_chunk where import_id = ? and upload = ? and position = ?")
                .param(importId)
                .param(upload).param(position).query(byte[].class).optional()
                .orElseThrow(() -> new UncheckedIOException(new IOException("piece " + position + " of an upload is gone")));
        return cipher.decrypt(stored, COLUMN, row(importId, upload, position));
    }

    private static String row(long importId, int upload, int position) {
        return importId + "/" + upload + "/" + position;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The file as one; the last two pieces are kept, since an archive is read at its end and then from its beginning. */
    private final class Pieces implements SeekableByteChannel {

        private final long importId;
        private final int upload;
        private final long size;
        private final int[] held = {-1, -1};
        private final byte[][] pieces = new byte[2][0];
        private int next;
        private long position;
        private boolean open = true;

        Pieces(long importId, int upload, long size) {
            this.importId = importId;
            this.upload = upload;
            this.size = size;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!open) {
                throw new ClosedChannelException();
            }
            if (position >= size) {
                return -1;
            }
            var piece = get((int) (position / PIECE));
            var offset = (int) (position % PIECE);
            var length = Math.min(into.remaining(), piece.length - offset);
            into.put(piece, offset, length);
            position += length;
            return length;
        }

        private byte[] get(int number) {
            for (int i = 0; i < held.length; i++) {
                if (held[i] == number) {
                    return pieces[i];
                }
            }
            next = 1 - next;
            pieces[next] = piece(importId, upload, number);
            held[next] = number;
            return pieces[next];
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long newSize) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}

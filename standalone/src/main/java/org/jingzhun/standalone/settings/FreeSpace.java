package org.jingzhun.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jingzhun.standalone.text.Refusal;

/** Room on the disk of the data folder. A database that meets a full disk stops in the middle of its work. */
public record FreeSpace(Path data, long leastMegabytes) {

    public static FreeSpace of(Settings settings) {
        return new FreeSpace(settings.data(), settings.number("JINGZHUN_MIN_FREE_MB", 2048));
    }

    public long megabytes() {
        try {
            return Files.getFileStore(data).getUsableSpace() / (1024 * 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean low() {
        return megabytes() < leastMegabytes;
    }

    public void require() {
        if (low()) {
            throw new Refusal("disk-full", data, megabytes(), leastMegabytes, "JINGZHUN_MIN_FREE_MB");
        }
    }
}

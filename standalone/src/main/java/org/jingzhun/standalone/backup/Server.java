package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jingzhun.standalone.engine.BackupAccount;
import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Refusal;

/** A running embedded MariaDB, spoken to by the programs that came with it. */
final class Server implements AutoCloseable {

    private final Path base;
    private final Path login;
    private final Path errors;

    Server(Settings settings) {
        base = MariaDb.base(settings);
        var own = "backup-" + ProcessHandle.current().pid();
        login = settings.run().resolve(own + ".cnf");
        errors = settings.run().resolve(own + ".err");
        try {
            // by file, not by arguments: the password must not stand in a process list
            PrivateFiles.write(login, "[client]\nskip-ssl\nprotocol=tcp\nhost=127.0.0.1\nport=%s\nuser=%s\npassword=\"%s\"\n"
                    .formatted(Files.readString(MariaDb.portFile(settings)).strip(), BackupAccount.USER,
                            new Secrets(settings).of(BackupAccount.SECRET)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of one query, columns parted by tabs. */
    List<String> rows(String sql) {
        var line = client();
        line.addAll(List.of("--batch", "--skip-column-names", "--execute=" + sql));
        try {
            var process = started(line);
            process.getOutputStream().close();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            requireDone(process, why -> new Refusal("backup-query-failed", why));
            return answer.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> one(String sql) {
        return rows(sql).stream().findFirst();
    }

    /** All of these schemas at one moment, as statements; whoever writes meanwhile is not held up. */
    void dump(List<String> schemas, boolean withBinlog, StreamReader reader) {
        var line = new ArrayList<>(List.of(program("mariadb-dump"), "--defaults-file=" + login, "--single-transaction",
                "--quick", "--skip-lock-tables", "--skip-add-locks", "--skip-add-drop-table", "--hex-blob",
                "--triggers", "--skip-dump-date", "--default-character-set=utf8mb4", "--max-allowed-packet=64M",
                "--net-buffer-length=1M"));
        if (withBinlog) {
            line.add("--master-data=2"); // as a comment: the position of exactly this moment
        }
        line.add("--databases");
        line.addAll(schemas);
        try {
            var process = started(line);
            process.getOutputStream().close();
            try {
                reader.read(process.getInputStream());
            } finally {
                process.getInputStream().close(); // else one that we gave up on would wait for us for ever
            }
            requireDone(process, why -> new Refusal("backup-dump-failed", why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the statements of a dump. */
    void fill(InputStream statements) {
        var line = client();
        line.addAll(List.of("--binary-mode", "--max-allowed-packet=64M", "--default-character-set=utf8mb4"));
        try {
            var process = started(line);
            try (var out = process.getOutputStream()) {
                statements.transferTo(out);
            } catch (IOException e) {
                if (process.isAlive()) {
                    process.destroy();
                    throw e;
                } // it ended before it had read everything: its own words say why
            }
            process.getInputStream().readAllBytes();
            requireDone(process, why -> new Refusal("restore-load-failed", why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> client() {
        return new ArrayList<>(List.of(program("mariadb"), "--defaults-file=" + login));
    }

    private String program(String name) {
        return base.resolve("bin").resolve(name).toString();
    }

    private Process started(List<String> line) throws IOException {
        return new ProcessBuilder(line).redirectError(errors.toFile()).start();
    }

    private void requireDone(Process process, Function<String, Refusal> refusal) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw refusal.apply(Files.readString(errors).strip());
            }
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(login);
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what a program writes, as it writes it. */
    interface StreamReader {

        void read(InputStream in) throws IOException;
    }
}

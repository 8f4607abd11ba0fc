package org.jingzhun.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a child wrote. Each start of the suite begins a new file and keeps the five before. */
public record LogFile(Path path) {

    private static final int KEPT = 5;
    private static final int TAIL_BYTES = 256 * 1024;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at [\\w.$/@<>-]+\\(|\\.\\.\\. \\d+ (common|more))");

    void rotate() {
        try {
            Files.createDirectories(path.getParent());
            for (int age = KEPT; age >= 1; age--) {
                var from = age == 1 ? path : older(age - 1);
                if (Files.exists(from) && Files.size(from) > 0) {
                    Files.move(from, older(age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines that say something: frames of a stack are left out, their causes are not. */
    public List<String> last(int lines) {
        var all = tail().stripTrailing().lines().filter(line -> !FRAME.matcher(line).find()).toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** The sentence that Spring Boot's failure analysis gives for a start that failed, if there is one. */
    Optional<String> failure() {
        var text = tail();
        var begin = text.lastIndexOf("APPLICATION FAILED TO START");
        if (begin < 0) {
            return Optional.empty();
        }
        var sentence = new StringBuilder();
        for (var line : text.substring(begin).lines().skip(2).toList()) {
            if (line.startsWith("Action:")) {
                break;
            }
            if (!line.isBlank() && !line.startsWith("Description:")) {
                sentence.append(sentence.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence.toString());
    }

    private String tail() {
        if (Files.notExists(path)) {
            return "";
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path older(int age) {
        var name = path.getFileName().toString();
        return path.resolveSibling(name.replaceFirst("\\.log$", "") + "." + age + ".log");
    }
}

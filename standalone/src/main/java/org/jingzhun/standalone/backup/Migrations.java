package org.jingzhun.standalone.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.jingzhun.standalone.text.Refusal;

/** The steps that a service of this release knows for its schema, read from its jar. */
final class Migrations {

    private static final Pattern STEP = Pattern.compile("(?:BOOT-INF/classes/)?db/.*?/?V([0-9_.]+)__[^/]+\\.(?:sql|class)");
    private static final Pattern STARTER = Pattern.compile("BOOT-INF/lib/service-starter-[0-9][^/]*\\.jar");

    private final Set<String> known;

    private Migrations(Set<String> known) {
        this.known = known;
    }

    static Migrations of(Path home, String module) {
        var jar = jar(home.resolve(module).resolve("target"), module);
        var known = new HashSet<String>();
        return Commands.io(() -> {
            try (var file = new ZipFile(jar.toFile())) {
                for (var entry : file.stream().toList()) {
                    note(entry.getName(), known);
                    if (STARTER.matcher(entry.getName()).matches()) {
                        inside(file, entry, known);
                    }
                }
            }
            return new Migrations(known);
        });
    }

    boolean knows(String version) {
        return known.contains(plain(version));
    }

    private static void inside(ZipFile file, ZipEntry jar, Set<String> known) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(file.getInputStream(jar).readAllBytes()))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                note(entry.getName(), known);
            }
        }
    }

    private static void note(String entry, Set<String> known) {
        var step = STEP.matcher(entry);
        if (step.matches()) {
            known.add(plain(step.group(1)));
        }
    }

    /** 000_7, 000.7 and 0.7 are the same step. */
    private static String plain(String version) {
        return Stream.of(version.split("[._]", -1)).map(part -> part.replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.joining("."));
    }

    private static Path jar(Path target, String module) {
        var jars = Folders.in(target, name -> name.matches(Pattern.quote(module) + "-[0-9].*\\.jar")
                && !name.matches(".*-(sources|tests|javadoc)\\.jar"));
        if (jars.isEmpty() || Files.notExists(jars.getFirst())) {
            throw new Refusal("jar-missing", module, target);
        }
        return jars.getFirst();
    }
}

package org.jingzhun.standalone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.jingzhun.standalone.text.Refusal;

/** A jar of the class path that carries the programs of an engine; unpacked once into the data folder. */
record Artefact(JarFile jar, String version) {

    /** Folders whose files are programs: a jar does not keep the right to run. */
    private static final Set<String> RUNNABLE = Set.of("bin", "scripts");

    /** {@code linux-amd64}, {@code darwin-arm64} …, as the artefacts spell it. */
    static String platform() {
        return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static String platform(String system, String processor) {
        var name = system.toLowerCase(Locale.ROOT);
        var os = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
        var arch = switch (processor) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> processor;
        };
        return os + "-" + arch;
    }

    static Optional<Artefact> of(String group, String name) {
        var properties = "META-INF/maven/%s/%s/pom.properties".formatted(group, name);
        var found = Artefact.class.getClassLoader().getResource(properties);
        if (found == null) {
            return Optional.empty();
        }
        try {
            if (!(found.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            var described = new Properties();
            try (var in = connection.getInputStream()) {
                described.load(in);
            }
            return Optional.of(new Artefact(connection.getJarFile(), described.getProperty("version", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> entry(Predicate<String> wanted) {
        return jar.stream().map(it -> it.getName()).filter(wanted).findFirst();
    }

    /** Unpacks everything under a prefix, beside and then moved: a folder that is there is whole. */
    Path unpack(String prefix, Path to) {
        if (Files.isDirectory(to)) {
            return to;
        }
        var partial = to.resolveSibling(to.getFileName() + ".partial");
        try {
            delete(partial);
            for (var entry : jar.stream().filter(it -> it.getName().startsWith(prefix)).toList()) {
                var target = partial.resolve(entry.getName().substring(prefix.length())).normalize();
                if (!target.startsWith(partial)) {
                    throw new Refusal("engine-broken", jar.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    copy(entry, target, RUNNABLE.contains(partial.relativize(target).getName(0).toString()));
                }
            }
            Files.move(partial, to);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks one program. */
    void unpackOne(String name, Path to) {
        if (Files.exists(to)) {
            return;
        }
        var partial = to.resolveSibling(to.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            copy(jar.getJarEntry(name), partial, true);
            Files.move(partial, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(JarEntry entry, Path target, boolean runnable) throws IOException {
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
        if (runnable && !target.toFile().setExecutable(true)) {
            throw new Refusal("engine-broken", target);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

package org.jingzhun.standalone.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.process.Command;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;

/** Makes a child of each service. */
public final class Services {

    private static final Duration GRACE = Duration.ofSeconds(45);

    private final Settings settings;
    private final Environment environment;
    private final Console console;

    public Services(Settings settings, Secrets secrets, Map<Service, Database> databases, Map<String, String> redis,
            KeyRings keyRings, Console console) {
        this.settings = settings;
        environment = new Environment(settings, secrets, databases, redis, keyRings.files(), keyRings.matchKey());
        this.console = console;
    }

    /** Those without which there is no suite, and those that are built, in the order in which they are wanted. */
    public static List<Service> present(Settings settings) {
        return Stream.of(Service.values()).filter(it -> it.needed() || new ServiceJar(settings, it).isBuilt()).toList();
    }

    /** Unpacks the jar if it is new; can run while the engines start. */
    public Path prepare(Service service) {
        return new ServiceJar(settings, service).unpacked();
    }

    /** When it ended and is started again, it is of the build that lies there then: this is how a running suite gets a new one. */
    public Child child(Service service, Path jar) {
        return new Child(command(service, jar), () -> command(service, prepare(service)),
                new Readiness(service.managementPort(settings)), settings.run(), console);
    }

    private Command command(Service service, Path jar) {
        var cache = cache(service, jar);
        var line = java(service);
        if (caching() && Files.exists(cache)) {
            line.add("-XX:AOTCache=" + cache);
        }
        line.addAll(List.of("-jar", jar.toString()));
        return new Command(service.module(), service.module(), line, environment.of(service), Secrets.NAMES,
                settings.logs().resolve(service.module() + ".log"), GRACE);
    }

    /** Whether a second start would be quicker after {@link #training}. */
    public boolean wantsTraining(Service service, Path jar) {
        return caching() && Files.notExists(cache(service, jar));
    }

    /**
     * A run that ends by itself when the service is put together, before it would serve anybody, and leaves the start-up
     * cache. It has the lowest priority: the suite is in use meanwhile.
     */
    public Child training(Service service, Path jar) {
        var line = java(service);
        line.addAll(List.of("-XX:AOTCacheOutput=" + partial(service, jar), "-Dspring.context.exit=onRefresh", "-jar",
                jar.toString()));
        var told = new HashMap<>(environment.of(service));
        told.put("SERVER_PORT", "0");
        told.put("MANAGEMENT_PORT", "0");
        var command = new Command("training-" + service.module(), service.module(), line, told, Secrets.NAMES,
                settings.logs().resolve(service.module() + "-training.log"), Duration.ofSeconds(2)).inBackground();
        return new Child(command, () -> false, settings.run(), console);
    }

    /** Keeps what a training left; answers whether there is a cache now. */
    public boolean keepTraining(Service service, Path jar, int exit) {
        try {
            if (exit != 0 || Files.notExists(partial(service, jar))) {
                Files.deleteIfExists(partial(service, jar));
                return false;
            }
            Files.move(partial(service, jar), cache(service, jar), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java(Service service) {
        var line = new ArrayList<String>();
        line.add(ServiceJar.Java.program());
        line.addAll(service.javaOptions(settings));
        line.addAll(ServiceJar.Java.always());
        return line;
    }

    /** A cache fits one set of options only: other options, other file. */
    private Path cache(Service service, Path jar) {
        return jar.resolveSibling("start-%08x.aot".formatted(java(service).hashCode()));
    }

    private Path partial(Service service, Path jar) {
        return jar.resolveSibling(cache(service, jar).getFileName() + ".partial");
    }

    private boolean caching() {
        return settings.on("JINGZHUN_START_CACHE", true);
    }
}

package org.jingzhun.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.function.SingletonSupplier;

/** A key ring, and a key for match keys, for the length of a JVM: the schemas of the tests are as short-lived. */
@TestConfiguration(proxyBeanMethods = false)
public class TestKeyRing {

    private static final SingletonSupplier<Path> FILE = SingletonSupplier.of(() -> write("key-ring"));
    private static final SingletonSupplier<Path> MATCH_KEY = SingletonSupplier.of(() -> write("match-key"));

    @Bean
    DynamicPropertyRegistrar keyRingOfTheTests() {
        return properties -> {
            properties.add("jingzhun.crypto.key-ring", () -> FILE.obtain().toString());
            properties.add("jingzhun.crypto.match-key", () -> MATCH_KEY.obtain().toString());
        };
    }

    private static Path write(String name) {
        try {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var file = Places.own(name).resolve(name + ".json");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, """
                    {"current": "m1", "keys": [{"id": "m1", "key": "%s"}]}
                    """.formatted(Base64.getEncoder().encodeToString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.jingzhun.bench.province;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;

import javax.sql.DataSource;

import org.jingzhun.starter.crypto.CryptoAutoConfiguration;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of the register that is filled, as its own service uses them; all as hexadecimal digits. Thread-safe. */
final class Crypto implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final FieldCipher cipher;
    private final Digests digests;

    Crypto(DataSource database, Path keyRing) {
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("province",
                        Map.of("jingzhun.crypto.key-ring", keyRing.toAbsolutePath().toString())));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.register(CryptoAutoConfiguration.class);
        context.refresh();
        cipher = context.getBean(FieldCipher.class);
        digests = context.getBean(Digests.class);
    }

    String encrypted(String clear, String column, String row) {
        return HEX.formatHex(cipher.encrypt(clear, column, row));
    }

    String digest(String purpose, String value) {
        return HEX.formatHex(digests.of(purpose, value));
    }

    /** Tells files of other keys apart. */
    String fingerprint() {
        return digest("province", "which keys");
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.jingzhun.identity.key;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.jingzhun.starter.crypto.FieldCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes, keeps and replaces the signing keys. Several instances share them through the database. */
@Component
class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 2048;
    static final String COLUMN = "signing_key.private_key";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final KeySettings settings;
    private final Clock clock;

    private volatile Read read = new Read(List.of(), Instant.EPOCH);

    SigningKeys(JdbcClient jdbc, FieldCipher cipher, KeySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /** All keys that are published now; the first one is the one that signs. */
    List<SigningKey> published() {
        var now = clock.instant();
        var known = read;
        if (known.keys().isEmpty() || known.at().plus(settings.reread()).isBefore(now)) {
            known = reread(now);
        }
        return inOrder(known.keys(), now);
    }

    /** Adds the next key when its time has come, and forgets those that nobody needs any more. */
    void replaceWhenDue() {
        var now = clock.instant();
        var newest = load().stream().reduce((former, latter) -> latter);
        if (newest.isEmpty()) {
            add(1, now);
        } else if (!now.isBefore(newest.get().signsFrom().plus(settings.signsFor()).minus(settings.publishedBefore()))) {
            add(newest.get().number() + 1, now.plus(settings.publishedBefore()));
        }
        forgetOld(now);
        reread(now);
    }

    private synchronized Read reread(Instant now) {
        if (load().isEmpty()) {
            add(1, now);
        }
        read = new Read(load(), now);
        return read;
    }

    private List<SigningKey> inOrder(List<SigningKey> keys, Instant now) {
        var signing = signing(keys, now)
                .or(() -> keys.stream().findFirst()) // the very first, made by another thread after this one had looked at the clock
                .orElseThrow(() -> new IllegalStateException("no signing key is in force"));
        return Stream.concat(Stream.of(signing), keys.stream().filter(key -> key.number() != signing.number())).toList();
    }

    private static Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).reduce((former, latter) -> latter);
    }

    private List<SigningKey> load() {
        return jdbc.sql("select number, private_key, signs_from from signing_key order by number")
                .query((row, index) -> {
                    int number = row.getInt("number");
                    return new SigningKey(number, decrypt(number, row.getBytes("private_key")),
                            row.getTimestamp("signs_from").toInstant());
                })
                .list();
    }

    private void add(int number, Instant signsFrom) {
        var key = generate();
        try {
            jdbc.sql("""
                    insert into signing_key (number, kid, public_key, private_key, signs_from, created_at)
                    values (:number, :kid, :public, :private, :from, :now)
                    """)
                    .param("number", number)
                    .param("kid", key.getKeyID())
                    .param("public", key.toPublicJWK().toJSONString())
                    .param("private", cipher.encrypt(key.toJSONString(), COLUMN, row(number)))
                    .param("from", Timestamp.from(signsFrom.truncatedTo(ChronoUnit.SECONDS))) // rounded up it would not sign yet
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            log.info("Signing key {} signs from {}", number, signsFrom);
        } catch (DuplicateKeyException e) {
            log.info("Another instance has added signing key {}", number);
        }
    }

    /** A key is needed until the tokens that it signed last have ended: some time after its successor took over. */
    private void forgetOld(Instant now) {
        jdbc.sql("""
                delete from signing_key
                 where number < (select number from (
                        select max(number) as number from signing_key where signs_from <= :longAgo) as successor)
                """)
                .param("longAgo", Timestamp.from(now.minus(settings.publishedAfter())))
                .update();
    }

    private RSAKey decrypt(int number, byte[] encrypted) {
        try {
            return RSAKey.parse(cipher.decryptText(encrypted, COLUMN, row(number)));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key %d cannot be read".formatted(number), e);
        }
    }

    private static String row(int number) {
        return Integer.toString(number);
    }

    private static RSAKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private record Read(List<SigningKey> keys, Instant at) {}
}

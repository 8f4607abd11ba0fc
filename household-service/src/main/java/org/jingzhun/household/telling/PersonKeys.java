package org.jingzhun.household.telling;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.MatchKey;
import org.jingzhun.starter.crypto.NotDecipherable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The match keys of persons 【比对键】, made of the resident ID when somebody is told of, and kept for as long as the stored ID and the key are
 * the same ones.
 *
 * <p>They are not what persons are searched by (digests of this schema's own key), nor what duplicates are found by (names and birth dates).
 */
@Component
class PersonKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final int PERSONS_AT_ONCE = 500;
    private static final int RESIDENT_ID_LENGTH = 18;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final FieldCipher cipher;
    private final MatchKey key;

    PersonKeys(JdbcClient jdbc, JdbcTemplate template, FieldCipher cipher, MatchKey key) {
        this.jdbc = jdbc;
        this.template = template;
        this.cipher = cipher;
        this.key = key;
    }

    /** The key that they are made under; without one there are none. */
    @Nullable
    String current() {
        return key.id().orElse(null);
    }

    /**
     * Makes what is missing, or was made of another ID or under another key.
     *
     * @param persons ids, with commas; locked by whoever asks
     */
    void refresh(String persons) {
        if (key.id().isEmpty()) {
            return;
        }
        var missing = jdbc.sql("""
                select p.id, p.number, p.resident_id, md5(p.resident_id) made_of
                  from person p
                  left join told_match_key k on k.person_id = p.id and k.key_id = :key and k.made_of = unhex(md5(p.resident_id))
                 where p.id in (%s) and k.person_id is null
                 order by p.id
                """.formatted(persons)).param("key", key.id().get())
                .query((row, _) -> new Holder(row.getLong(1), row.getString(2), row.getBytes(3), row.getString(4))).list();
        for (int from = 0; from < missing.size(); from += PERSONS_AT_ONCE) {
            write(missing.subList(from, Math.min(missing.size(), from + PERSONS_AT_ONCE)));
        }
    }

    private void write(List<Holder> holders) {
        var values = new ArrayList<Object>();
        for (var holder : holders) {
            made(holder).ifPresent(made -> values
                    .addAll(List.of(holder.id, key.id().orElseThrow(), HexFormat.of().parseHex(holder.madeOf), made)));
        }
        if (!values.isEmpty()) {
            template.update("insert into told_match_key (person_id, key_id, made_of, match_key) values (?,?,?,?)"
                    + ",(?,?,?,?)".repeat(values.size() / 4 - 1)
                    + " on duplicate key update key_id = values(key_id), made_of = values(made_of), match_key = values(match_key)",
                    values.toArray());
        }
    }

    /** A certificate of disability begins with the ID. */
    private Optional<String> made(Holder holder) {
        try {
            var document = cipher.decryptText(holder.document, "person.resident_id", holder.number);
            return key.of(document.substring(0, Math.min(document.length(), RESIDENT_ID_LENGTH)));
        } catch (NotDecipherable e) {
            LOG.warn("The resident ID of the person in row {} cannot be deciphered; it is told without a match key", holder.id);
            return Optional.empty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    private record Holder(long id, String number, byte[] document, String madeOf) {}
}

package org.jingzhun.starter.rotation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jingzhun.starter.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** 320 letters, of which every tenth is empty, and 40 pages, with what must be readable of them whatever happens to the keys. */
final class Letters {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Map<String, Optional<String>> expected = new ConcurrentHashMap<>();

    Letters(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void writeAll() {
        jdbc.sql("delete from letter").update();
        jdbc.sql("delete from letter_page").update();
        for (int i = 0; i < 320; i++) {
            jdbc.sql("insert into letter (number) values (?)").param("L" + i).update();
            change("L" + i, i % 10 == 0 ? null : "text " + i);
        }
        for (int i = 0; i < 40; i++) {
            jdbc.sql("insert into letter_page (letter_id, chapter, page, text) values (?, ?, ?, ?)").param(i / 9).param(i / 3 % 3)
                    .param(i % 3).param(cipher.encrypt("page " + i, "letter_page.text", page(i))).update();
        }
    }

    void change(String number, String text) {
        store(number, text, text == null ? null : cipher.encrypt(text, "letter.text", number));
    }

    void store(String number, String text, byte[] stored) {
        jdbc.sql("update letter set text = ? where number = ?").param(stored).param(number).update();
        expected.put(number, Optional.ofNullable(text));
    }

    String expected(String number) {
        return expected.get(number).orElseThrow();
    }

    void allRead() {
        var found = new HashMap<String, Optional<String>>();
        jdbc.sql("select number, text from letter").query(row -> {
            var number = row.getString(1);
            found.put(number, Optional.ofNullable(row.getBytes(2)).map(it -> cipher.decryptText(it, "letter.text", number)));
        });
        assertThat(found).isEqualTo(expected);
    }

    void allPagesRead() {
        for (int i = 0; i < 40; i++) {
            var stored = jdbc.sql("select text from letter_page where letter_id = ? and chapter = ? and page = ?")
                    .param(i / 9).param(i / 3 % 3).param(i % 3).query(byte[].class).single();
            assertThat(cipher.decryptText(stored, "letter_page.text", page(i))).isEqualTo("page " + i);
        }
    }

    private static String page(int i) {
        return "%d/%d/%d".formatted(i / 9, i / 3 % 3, i % 3);
    }

    /** The keys under which anything is stored. */
    List<Integer> keyIds() {
        var ids = new ArrayList<Integer>();
        for (var table : List.of("letter", "letter_page")) {
            ids.addAll(jdbc.sql("select distinct conv(hex(left(text, 4)), 16, 10) from " + table + " where text is not null")
                    .query(Integer.class).list());
        }
        return ids.stream().distinct().toList();
    }

    static int keyOf(byte[] stored) {
        return ByteBuffer.wrap(stored).getInt();
    }
}

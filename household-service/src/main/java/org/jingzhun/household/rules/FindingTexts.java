package org.jingzhun.household.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/** What a finding says to an officer: the field, what is wrong with it, and what would be right. */
public final class FindingTexts {

    private static final Properties CHINESE = load("/rules/findings_zh_CN.properties");
    private static final Properties ENGLISH = load("/rules/findings_en.properties");

    private FindingTexts() {}

    /** The text in Chinese, or in English where that is asked for. */
    public static String text(String code, Field field, List<String> arguments, Locale locale) {
        var english = locale.getLanguage().equals("en");
        var texts = english ? ENGLISH : CHINESE;
        var name = english ? field.label() : field.heading();
        var all = new Object[6];
        all[0] = name;
        for (int i = 1; i < all.length; i++) {
            all[i] = i <= arguments.size() ? arguments.get(i - 1) : "";
        }
        return new MessageFormat(texts.getProperty(code, code), Locale.ROOT).format(all);
    }

    /** What a rule says in general: its numbers are data, and stand there as …. */
    public static String ofRule(String code, @Nullable Field field, Locale locale) {
        return text(code, field == null ? Field.HOUSEHOLD_NUMBER : field, Collections.nCopies(5, "…"), locale);
    }

    /** Whether the text is there in both languages. */
    static boolean knows(String code) {
        return CHINESE.containsKey(code) && ENGLISH.containsKey(code);
    }

    private static Properties load(String resource) {
        var texts = new Properties();
        try (var in = FindingTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.jingzhun.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks and keeps passwords. */
@Component
public class Passwords {

    /** bcrypt looks at no more than this. */
    private static final int MOST_BYTES = 72;
    private static final Pattern ONE_PATTERN = Pattern.compile("(.{1,4})\\1+");
    private static final String KEYBOARD = "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn";

    private final PasswordSettings settings;
    private final PasswordEncoder encoder;
    private final Set<String> common;
    private final String nobody;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        this.encoder = new BCryptPasswordEncoder(settings.strength());
        this.common = readCommon();
        this.nobody = encode("a password that nobody has");
    }

    /** Refuses a password that breaks a rule, telling all that it breaks. */
    public void check(String login, String wanted) {
        var broken = new ArrayList<PasswordRule>();
        var plain = wanted.toLowerCase(Locale.ROOT);
        if (wanted.codePointCount(0, wanted.length()) < settings.minLength()) {
            broken.add(PasswordRule.TOO_SHORT);
        }
        if (wanted.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            broken.add(PasswordRule.TOO_LONG);
        }
        if (common.contains(plain) || common.contains(withoutDecoration(plain))) {
            broken.add(PasswordRule.COMMON);
        }
        if (plain.contains(login.toLowerCase(Locale.ROOT))) {
            broken.add(PasswordRule.CONTAINS_LOGIN);
        }
        if (ONE_PATTERN.matcher(plain).matches() || (!plain.isEmpty() && KEYBOARD.contains(plain))) {
            broken.add(PasswordRule.ONE_PATTERN);
        }
        if (!broken.isEmpty()) {
            throw new PasswordRefused(broken, settings.minLength());
        }
    }

    public String encode(String password) {
        return "{bcrypt}" + encoder.encode(password);
    }

    /** Takes the same time whether there is such a password or not. */
    public boolean matches(String given, @Nullable String encoded) {
        var against = encoded == null ? nobody : encoded;
        boolean same = given.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && encoder.matches(given, against.substring("{bcrypt}".length()));
        return same && encoded != null;
    }

    /** Whether the work factor has been raised since this was written. */
    public boolean isOutdated(String encoded) {
        return encoder.upgradeEncoding(encoded.substring("{bcrypt}".length()));
    }

    /** "password123!" is no better than "password". */
    private static String withoutDecoration(String password) {
        return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static Set<String> readCommon() {
        try {
            return new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

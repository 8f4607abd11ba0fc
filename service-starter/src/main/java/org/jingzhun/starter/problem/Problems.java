package org.jingzhun.starter.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes the answer to a refusal: {@code problems.of(HttpStatus.CONFLICT, "case-in-other-state", number)} takes title and detail from
 * the messages {@code case-in-other-state.title} and {@code .detail}.
 */
public class Problems {

    /** Where the types are explained; a type never changes once it is published. */
    public static final String BASE = "https://problems.jingzhun.org/";

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** A problem in the language of the current request. Arguments stand for {0}, {1} … of the detail; none may be personal data. */
    public ProblemDetail of(HttpStatusCode status, String slug, @Nullable Object... args) {
        return in(LocaleContextHolder.getLocale(), status, slug, args);
    }

    /** A problem in a given language, where no controller is involved. */
    public ProblemDetail in(Locale language, HttpStatusCode status, String slug, @Nullable Object... args) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(BASE + slug));
        problem.setTitle(text(language, slug + ".title", args));
        problem.setDetail(text(language, slug + ".detail", args));
        return problem;
    }

    /** A sentence of the messages in the language of the current request, such as the detail of one field. */
    public String text(String key, @Nullable Object... args) {
        return text(LocaleContextHolder.getLocale(), key, args);
    }

    private String text(Locale language, String key, @Nullable Object... args) {
        var asText = Arrays.stream(args).map(String::valueOf).toArray(); // else 2019 is printed as 2,019
        var text = messages.getMessage(key, asText, null, language);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key + " in problems_" + language + ".properties");
        }
        return text;
    }
}

package org.jingzhun.gateway.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as RFC 9457 problem in Chinese or English. The types are explained in the gateway's README. */
@Component
public class Problems {

    private static final String BASE = "https://problems.jingzhun.org/";
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final JsonMapper json;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Problems(JsonMapper json) {
        this.json = json;
        texts.setBasename("gateway_problems");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(CHINESE);
    }

    /** Refuses; the arguments fill the placeholders of the detail and are never personal data. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String slug,
            Object... arguments) throws IOException {
        write(request, response, status, slug, null, arguments);
    }

    /** Refuses, and says when another attempt may succeed. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String slug,
            @Nullable Duration retryAfter, Object... arguments) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = language(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", BASE + slug);
        body.put("title", text(slug + ".title", language));
        body.put("status", status.value());
        body.put("detail", text(slug + ".detail", language, arguments));
        body.put("instance", request.getRequestURI());
        var requestId = response.getHeader("X-Request-Id");
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        var bytes = json.writeValueAsBytes(body);
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        response.getOutputStream().write(bytes);
    }

    /** A word of the catalogue, such as a service's name, in the caller's language; the key itself where there is none. */
    public String word(String key, HttpServletRequest request) {
        return text(key, language(request));
    }

    private String text(String key, Locale language, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, language);
        return text == null ? key : text;
    }

    private static Locale language(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return CHINESE;
        }
        for (var wanted : Collections.list(request.getLocales())) {
            if (wanted.getLanguage().equals("zh")) {
                return CHINESE;
            }
            if (wanted.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return CHINESE;
    }
}

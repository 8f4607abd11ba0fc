package org.jingzhun.gateway.relay;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the caller: a small buffer is all that is ever held of it. */
class RelayedResponse implements ServerResponse {

    private static final Logger log = LoggerFactory.getLogger(RelayedResponse.class);
    private static final int BUFFER = 16 * 1024;

    private final String service;
    private final ClassicHttpResponse answer;
    private final boolean isPage;

    RelayedResponse(String service, ClassicHttpResponse answer, boolean isPage) {
        this.service = service;
        this.answer = answer;
        this.isPage = isPage;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        for (var header : answer.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(answer.getCode());
            writeHeaders(response);
            Headers.sayInstance(request, response);
            var body = answer.getEntity();
            if (body != null) {
                writeBody(body, response);
            }
        }
        return null;
    }

    private void writeHeaders(HttpServletResponse response) {
        var written = new HashSet<String>();
        for (var headers = answer.headerIterator(); headers.hasNext();) {
            var header = headers.next();
            var name = header.getName();
            if (Headers.passesToCaller(name)) {
                if (written.add(name.toLowerCase(Locale.ROOT))) {
                    response.setHeader(name, header.getValue()); // takes the place of what the edge said
                } else {
                    response.addHeader(name, header.getValue());
                }
            } else if (isPage && name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
                response.addHeader(name, header.getValue());
            }
        }
        if (!written.contains("cache-control")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, written.contains("etag") ? "private, no-cache" : "no-store");
        }
    }

    private void writeBody(HttpEntity body, HttpServletResponse response) throws IOException {
        var length = body.getContentLength();
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        var flows = isFlow(body.getContentType());
        try (var from = open(body)) {
            var to = response.getOutputStream();
            var buffer = new byte[length >= 0 && length < BUFFER ? Math.max(1, (int) length) : BUFFER];
            for (int count = read(from, buffer, response); count >= 0; count = read(from, buffer, response)) {
                to.write(buffer, 0, count);
                if (flows) {
                    to.flush();
                }
            }
        }
    }

    /** Lines that are sent as they come about must not wait for a full buffer. */
    private static boolean isFlow(@Nullable String type) {
        return type != null && (type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson"));
    }

    private InputStream open(HttpEntity body) {
        try {
            return body.getContent();
        } catch (IOException e) {
            throw new ServiceBroken(service, e);
        }
    }

    private int read(InputStream from, byte[] buffer, HttpServletResponse response) throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw new ServiceBroken(service, e);
            }
            log.warn("{} broke off in the middle of an answer: {}", service, e.getMessage());
            throw new CloseNowException(e); // cuts the connection, so that nobody takes a part for the whole
        }
    }
}

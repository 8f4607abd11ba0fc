package org.jingzhun.gateway.edge;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Refuses bodies that are too large: by their announced length at once, otherwise while they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimitFilter extends OncePerRequestFilter {

    private final Problems problems;
    private final long ordinary;
    private final List<Upload> uploads;

    BodyLimitFilter(EdgeSettings settings, Problems problems) {
        this.problems = problems;
        this.ordinary = settings.bodyLimit().toBytes();
        this.uploads = settings.uploads().stream()
                .map(upload -> new Upload(upload.method().name(),
                        PathPatternParser.defaultInstance.parse(upload.path()), upload.limit().toBytes()))
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        if ((announced >= 0 && announced <= ordinary)
                || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            chain.doFilter(request, response); // nearly every request
            return;
        }
        var limit = limit(request);
        if (limit > ordinary) {
            request.setAttribute(Edge.UPLOAD, true);
        }
        if (announced > limit) {
            response.setHeader(HttpHeaders.CONNECTION, "close"); // what is left of the body is not read
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", limit);
        } else if (announced >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }

    private long limit(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return uploads.stream()
                .filter(upload -> upload.method.equals(request.getMethod()) && upload.path.matches(path))
                .mapToLong(Upload::limit)
                .findFirst()
                .orElse(ordinary);
    }

    private record Upload(String method, PathPattern path, long limit) {}

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var open = body;
            if (open == null) {
                open = new LimitedBody(super.getInputStream(), limit);
                body = open;
            }
            return open;
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedBody(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var count = body.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

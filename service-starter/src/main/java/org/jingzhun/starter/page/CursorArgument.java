package org.jingzhun.starter.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jingzhun.starter.access.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?after=} and {@code ?limit=}. A mark holds for one path, one set of filters, and one scope of the caller. */
class CursorArgument implements HandlerMethodArgumentResolver {

    private final CursorSeal seal;
    private final PageSettings settings;
    private final Scopes scopes;

    CursorArgument(CursorSeal seal, PageSettings settings, Scopes scopes) {
        this.seal = seal;
        this.settings = settings;
        this.scopes = scopes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Cursor.class;
    }

    @Override
    public Cursor resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        Assert.state(http != null, "not a servlet request");
        var list = list(http, parameter);
        var after = http.getParameter("after");
        var last = after == null || after.isEmpty() ? List.<String>of() : seal.open(after, list);
        return new Cursor(last, limit(http.getParameter("limit")),
                position -> seal.seal(position.stream().map(String::valueOf).toList(), list));
    }

    private int limit(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return settings.defaultLimit();
        }
        try {
            var limit = Long.parseLong(asked.strip());
            if (limit < 1) {
                throw new LimitNotANumber();
            }
            return (int) Math.min(limit, settings.maxLimit());
        } catch (NumberFormatException e) {
            throw new LimitNotANumber();
        }
    }

    /** What the list is of: quoted, so that no value can pass for two. */
    private String list(HttpServletRequest request, MethodParameter parameter) {
        var parts = new ArrayList<String>();
        parts.add(request.getRequestURI());
        parts.add(scope(parameter));
        request.getParameterMap().entrySet().stream()
                .filter(filter -> !filter.getKey().equals("after") && !filter.getKey().equals("limit"))
                .map(filter -> quoted(filter.getKey()) + Arrays.stream(filter.getValue()).map(CursorArgument::quoted).toList())
                .sorted()
                .forEach(parts::add);
        return parts.stream().map(CursorArgument::quoted).toList().toString();
    }

    private String scope(MethodParameter parameter) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null ? "" : scopes.of(caller, parameter).toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

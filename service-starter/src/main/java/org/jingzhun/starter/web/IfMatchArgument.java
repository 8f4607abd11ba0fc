package org.jingzhun.starter.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code If-Match}; a change without it is refused (428), as it would silently overwrite what somebody else did. */
class IfMatchArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public IfMatch resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
        var headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (headers == null) {
            throw new IfMatchMissing();
        }
        return new IfMatch(Arrays.stream(String.join(",", headers).split(",", -1)).map(String::strip).toList());
    }
}

package org.jingzhun.starter.access;

import jakarta.servlet.http.HttpServletRequest;

import org.jingzhun.starter.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods their {@link Scope}, {@link Area} and {@link Caller}, so that none of them can forget to ask. */
class AccessArguments implements HandlerMethodArgumentResolver {

    private final Scopes scopes;

    AccessArguments(Scopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Scope.class || type == Area.class || type == Caller.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        if (parameter.getParameterType() == Caller.class) {
            return caller(caller, request);
        }
        var other = parameter.getParameterAnnotation(Permitted.class);
        var permission = other != null ? other.value() : MethodPermission.of(parameter);
        return parameter.getParameterType() == Scope.class
                ? scope(caller, permission)
                : area(caller, permission, request.getParameterValues("area"));
    }

    private Scope scope(Authentication caller, @Nullable String permission) {
        return permission == null ? new Scope.None() : scopes.of(caller, permission);
    }

    private Area area(Authentication caller, @Nullable String permission, String @Nullable [] asked) {
        if (asked == null || asked.length == 0 || asked[0].isBlank()) {
            return new Area("", scope(caller, permission));
        }
        if (asked.length > 1) {
            throw new NotADivision();
        }
        var division = DivisionCode.prefix(asked[0]);
        if (permission == null) {
            throw new AreaNotYours(division);
        }
        return new Area(division, scopes.narrowed(caller, permission, division));
    }

    private static Caller caller(Authentication caller, NativeWebRequest request) {
        var token = Token.of(caller);
        if (token == null) {
            throw new AuthenticationCredentialsNotFoundException("no token");
        }
        var http = request.getNativeRequest(HttpServletRequest.class);
        Assert.state(http != null, "not a servlet request");
        return new Caller(token.account(), token.kind(), token.actingFor(), http.getRemoteAddr(), RequestId.of(http));
    }
}

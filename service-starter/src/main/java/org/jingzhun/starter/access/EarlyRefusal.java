package org.jingzhun.starter.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a caller without the permission before the body is read and the arguments are checked, so that he learns nothing from
 * the order of complaints. The method's own guard stands behind it.
 */
class EarlyRefusal implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var permission = MethodPermission.of(method);
            if (permission != null && !isHeld(permission)) {
                throw new AuthorizationDeniedException("Access Denied", new AuthorizationDecision(false));
            }
        }
        return true;
    }

    private static boolean isHeld(String permission) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .anyMatch(permission::equals);
    }
}

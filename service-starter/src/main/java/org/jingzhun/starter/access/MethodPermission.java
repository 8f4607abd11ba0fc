package org.jingzhun.starter.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Finds the permission that a controller method names, or else its class. */
final class MethodPermission {

    private MethodPermission() {}

    static @Nullable String of(MethodParameter parameter) {
        var own = parameter.getMethodAnnotation(May.class);
        return own != null ? own.value() : of(parameter.getContainingClass());
    }

    static @Nullable String of(HandlerMethod method) {
        var own = method.getMethodAnnotation(May.class);
        return own != null ? own.value() : of(method.getBeanType());
    }

    private static @Nullable String of(Class<?> controller) {
        var may = AnnotatedElementUtils.findMergedAnnotation(controller, May.class);
        return may == null ? null : may.value();
    }
}

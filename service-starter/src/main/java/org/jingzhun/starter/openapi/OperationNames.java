package org.jingzhun.starter.openapi;

import java.lang.reflect.Method;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Names an operation by its controller and method, {@code householdList}: springdoc would number equal methods in the order in which it
 * meets them, so that a new endpoint renames others and with them the methods of generated clients.
 *
 * <p>An id that {@code @Operation(operationId = …)} states stays: a class may be renamed without its clients.
 */
class OperationNames implements GlobalOperationCustomizer {

    private static final String KIND = "Controller";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var stated = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(),
                io.swagger.v3.oas.annotations.Operation.class);
        operation.setOperationId(stated != null && !stated.operationId().isEmpty()
                ? stated.operationId()
                : name(method.getBeanType(), method.getMethod()));
        return operation;
    }

    /** A method that is called as its controller says nothing twice: {@code facts} and not {@code factFacts}. */
    private static String name(Class<?> controller, Method method) {
        var type = controller.getSimpleName();
        var noun = StringUtils.uncapitalize(type.endsWith(KIND) ? type.substring(0, type.length() - KIND.length()) : type);
        var verb = method.getName();
        if (verb.equals(noun) || verb.equals(noun + "s")) {
            return verb;
        }
        return noun.endsWith(StringUtils.capitalize(verb)) ? noun : noun + StringUtils.capitalize(verb);
    }
}

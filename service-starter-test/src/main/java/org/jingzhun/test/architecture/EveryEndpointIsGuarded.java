package org.jingzhun.test.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fails for a request mapping that does not say who may call it, by {@code @May} or {@code @PreAuthorize}:
 * {@code EveryEndpointIsGuarded.check(context)} in a test with the whole service.
 */
public final class EveryEndpointIsGuarded {

    private static final String MAY = "org.jingzhun.starter.access.May";
    private static final Set<String> MADE_FROM_GRANTS = Set.of("org.jingzhun.starter.access.Scope",
            "org.jingzhun.starter.access.Area", "org.jingzhun.starter.page.Cursor");

    private EveryEndpointIsGuarded() {}

    public static void check(ListableBeanFactory context) {
        var complaints = complaints(context);
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    static List<String> complaints(ListableBeanFactory context) {
        var known = permissions();
        var complaints = new ArrayList<String>();
        var endpoints = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(EveryEndpointIsGuarded::isOurs)
                .toList();
        for (var endpoint : endpoints) {
            complaints.addAll(complaints(endpoint, known));
        }
        context.getBeansOfType(RouterFunctionMapping.class).forEach((name, mapping) -> {
            if (mapping.getRouterFunction() != null) {
                complaints.add(name + ": router functions are not guarded by annotations; use a controller");
            }
        });
        if (endpoints.isEmpty()) {
            complaints.add("no endpoint was found: this test looks at nothing");
        }
        return complaints;
    }

    private static boolean isOurs(HandlerMethod endpoint) {
        var type = endpoint.getBeanType();
        return !ErrorController.class.isAssignableFrom(type) && !type.getName().startsWith("org.springframework.")
                && !type.getName().startsWith("org.springdoc.");
    }

    private static List<String> complaints(HandlerMethod endpoint, Set<String> known) {
        var complaints = new ArrayList<String>();
        var method = MergedAnnotations.from(endpoint.getMethod(), SearchStrategy.TYPE_HIERARCHY);
        var type = MergedAnnotations.from(endpoint.getBeanType(), SearchStrategy.TYPE_HIERARCHY);
        var guarded = method.isPresent(PreAuthorize.class) || type.isPresent(PreAuthorize.class);
        if (!guarded) {
            complaints.add(endpoint + ": neither @May nor @PreAuthorize");
        }
        var modifiers = endpoint.getMethod().getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isFinal(modifiers)
                || Modifier.isFinal(endpoint.getBeanType().getModifiers())) {
            complaints.add(endpoint + ": a private or final method is called past its guard");
        }
        var permission = method.isPresent(PreAuthorize.class) ? may(method) : may(type);
        if (permission != null && !known.contains(permission)) {
            complaints.add(endpoint + ": no role in roles.csv has " + permission);
        }
        if (guarded && permission == null && Arrays.stream(endpoint.getMethod().getParameterTypes())
                .anyMatch(parameter -> MADE_FROM_GRANTS.contains(parameter.getName()))) {
            complaints.add(endpoint + ": its scope needs a permission, that is, @May");
        }
        return complaints;
    }

    private static @Nullable String may(MergedAnnotations annotations) {
        return annotations.isPresent(MAY) ? annotations.get(MAY).getString("value") : null;
    }

    private static Set<String> permissions() {
        try {
            return new ClassPathResource("roles.csv").getContentAsString(StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.strip().split(",", -1))
                    .filter(fields -> fields.length == 3)
                    .map(fields -> fields[1] + ":" + fields[2])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("roles.csv is not on the class path", e);
        }
    }
}

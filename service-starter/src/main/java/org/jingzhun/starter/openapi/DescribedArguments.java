package org.jingzhun.starter.openapi;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.PageSettings;
import org.jingzhun.starter.web.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation the parameters that its arguments read, the permission it needs, and how it refuses. */
class DescribedArguments implements GlobalOperationCustomizer {

    private final PageSettings pages;

    DescribedArguments(PageSettings pages) {
        this.pages = pages;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var arguments = List.of(method.getMethod().getParameterTypes());
        if (arguments.contains(Area.class)) {
            operation.addParametersItem(new QueryParameter().name("area").required(false)
                    .description("A division code of 2, 4, 6, 9 or 12 digits within the caller's own area")
                    .schema(new StringSchema().example("451481")));
        }
        if (arguments.contains(Cursor.class)) {
            operation.addParametersItem(new QueryParameter().name("after").required(false)
                    .description("Where the page begins: `next` of the page before").schema(new StringSchema()));
            operation.addParametersItem(new QueryParameter().name("limit").required(false)
                    .description("Items of the page; larger numbers count as the largest allowed")
                    .schema(new IntegerSchema()._default(pages.defaultLimit()).minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(pages.maxLimit()))));
        }
        if (arguments.contains(IfMatch.class)) {
            operation.addParametersItem(new HeaderParameter().name("If-Match").required(true)
                    .description("The ETag of the version that is to be changed").schema(new StringSchema().example("\"v3\"")));
        }
        var may = permission(method);
        if (may != null) {
            operation.addExtension("x-permission", may.value());
        }
        operation.getResponses().putIfAbsent("default", new ApiResponse().description("Refused")
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        return operation;
    }

    private static @Nullable May permission(HandlerMethod method) {
        return Stream.<AnnotatedElement>of(method.getMethod(), method.getBeanType())
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, May.class))
                .filter(Objects::nonNull)
                .findFirst().orElse(null);
    }
}

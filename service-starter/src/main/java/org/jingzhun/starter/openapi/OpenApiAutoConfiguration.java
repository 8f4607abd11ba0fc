package org.jingzhun.starter.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.PageAutoConfiguration;
import org.jingzhun.starter.page.PageSettings;
import org.jingzhun.starter.web.IfMatch;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Describes areas, page marks, permissions and problems, and names operations; a service describes only what is its own. */
@AutoConfiguration(after = PageAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SpringDocUtils.class)
public class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class, Area.class, Caller.class, Cursor.class, IfMatch.class);
    }

    /** The refusals are described once, below; springdoc would add every method of every advice to every operation. */
    @Bean
    static BeanPostProcessor refusalsAreDescribedOnce() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SpringDocConfigProperties springdoc) {
                    springdoc.setOverrideWithGenericResponse(false);
                }
                return bean;
            }
        };
    }

    @Bean
    GlobalOperationCustomizer argumentsOfTheStarter(PageSettings pages) {
        return new DescribedArguments(pages);
    }

    @Bean
    GlobalOperationCustomizer operationsByName() {
        return new OperationNames();
    }

    @Bean
    GlobalOpenApiCustomizer problemsAndTokens() {
        return api -> {
            var components = api.getComponents() == null ? new Components() : api.getComponents();
            components.addSchemas("Problem", problem());
            components.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                    .bearerFormat("JWT"));
            api.components(components)
                    .security(List.of(new SecurityRequirement().addList("token")))
                    .servers(List.of(new Server().url("/"))); // the port of the day is no part of the contract
        };
    }

    private static ObjectSchema problem() {
        var schema = new ObjectSchema();
        schema.description("A refusal (RFC 9457); the types are explained in docs/problems.md")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("requestId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(new ObjectSchema()
                        .addProperty("pointer", new StringSchema())
                        .addProperty("detail", new StringSchema())));
        return schema;
    }
}

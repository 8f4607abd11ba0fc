package org.jingzhun.starter.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What all services answer alike. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class})
@EnableConfigurationProperties(WebSettings.class)
public class WebAutoConfiguration {

    /** Business dates are dates in China, wherever the machine stands. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    JsonMapperBuilderCustomizer jsonAsAgreed() {
        return json -> json
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN) // 100.00, never 1.0E+2
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT); // 1.9 persons are a mistake, not one person
    }

    /** The parts that need the servlet stack. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlet {

        @Bean
        FilterRegistrationBean<RequestId> requestId() {
            var filter = new FilterRegistrationBean<>(new RequestId());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        Leaving leaving(WebSettings settings) {
            return new Leaving(settings.leaveFor());
        }

        @Bean
        FilterRegistrationBean<Leaving> leavingFilter(Leaving leaving) {
            var filter = new FilterRegistrationBean<>(leaving);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        FilterRegistrationBean<BodyLimit> bodyLimit(WebSettings settings) {
            var filter = new FilterRegistrationBean<>(new BodyLimit(settings));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return filter;
        }

        @Bean
        @ConditionalOnMissingBean(name = "localeResolver")
        LocaleResolver localeResolver() {
            var resolver = new AcceptHeaderLocaleResolver();
            resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
            resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            return resolver;
        }

        /**
         * What comes in must be understood whole: a misspelt field is refused, not dropped. Only here, as a client of another service
         * must not mind its new fields.
         */
        @Bean
        ServerHttpMessageConvertersCustomizer unknownFieldsAreRefused(JsonMapper json) {
            var strict = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
            return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
        }

        @Bean
        WebMvcConfigurer ifMatchArgument() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new IfMatchArgument());
                }
            };
        }
    }
}

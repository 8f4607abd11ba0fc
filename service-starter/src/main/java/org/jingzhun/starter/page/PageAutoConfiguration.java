package org.jingzhun.starter.page;

import java.util.List;

import org.jingzhun.starter.access.AccessAutoConfiguration;
import org.jingzhun.starter.access.Scopes;
import org.jingzhun.starter.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controller methods their {@link Cursor}. */
@AutoConfiguration(after = AccessAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PageSettings.class)
public class PageAutoConfiguration {

    @Bean
    PageProblems pageProblems(Problems problems) {
        return new PageProblems(problems);
    }

    @Bean
    WebMvcConfigurer cursorArgument(PageSettings settings, Scopes scopes) {
        var seal = new CursorSeal(settings.cursorKey());
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CursorArgument(seal, settings, scopes));
            }
        };
    }
}

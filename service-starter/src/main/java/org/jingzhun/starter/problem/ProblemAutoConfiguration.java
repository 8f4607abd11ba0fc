package org.jingzhun.starter.problem;

import java.util.ArrayList;
import java.util.Locale;

import org.apache.catalina.valves.ErrorReportValve;
import org.jingzhun.starter.web.WebAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers every refusal as a problem detail. */
@AutoConfiguration(after = {WebAutoConfiguration.class, JacksonAutoConfiguration.class}, before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {

    @Bean
    Problems problems() {
        var names = new ArrayList<String>();
        if (new ClassPathResource("problems_zh_CN.properties").exists()) {
            names.add("problems");
        }
        names.add("org/jingzhun/starter/problem/problems");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names.toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        messages.setAlwaysUseMessageFormat(true);
        return new Problems(messages);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, LocaleResolver localeResolver, JsonMapper json) {
        return new ProblemWriter(problems, localeResolver, json);
    }

    @Bean
    ProblemRequestId problemRequestId() {
        return new ProblemRequestId();
    }

    @Bean
    InputProblems inputProblems(Problems problems) {
        return new InputProblems(problems);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    LastProblem lastProblem(Problems problems) {
        return new LastProblem(problems);
    }

    /** Only where Tomcat is the server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ErrorReportValve.class, ConfigurableTomcatWebServerFactory.class})
    static class Tomcat {

        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblem(Problems problems, JsonMapper json) {
            return server -> server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ContainerProblem(problems, json)));
        }
    }
}

package org.jingzhun.industry;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that knows who gives households work and buys what they grow. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "industry-service", version = "v1", description = "Industries that earn households a living: enterprises and cooperatives"))
public class IndustryServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(IndustryServiceApplication.class, args);
    }
}

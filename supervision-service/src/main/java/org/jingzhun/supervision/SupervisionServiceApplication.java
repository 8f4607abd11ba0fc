package org.jingzhun.supervision;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The service that keeps what all others tell, for those who supervise 【一库通】. */
@SpringBootApplication
@EnableFeignClients
@OpenAPIDefinition(info = @Info(title = "supervision-service", version = "v1", description = "What the services tell, kept in one place for those who supervise"))
public class SupervisionServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(SupervisionServiceApplication.class, args);
    }
}

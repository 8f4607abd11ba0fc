package org.jingzhun.finance;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that knows where every yuan comes from. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "finance-service", version = "v1", description = "Money for households and villages: where it comes from"))
public class FinanceServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(FinanceServiceApplication.class, args);
    }
}

package org.jingzhun.relocation;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that knows where relocated households move to. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "relocation-service", version = "v1", description = "Relocation of households: the settlements that they move to"))
public class RelocationServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(RelocationServiceApplication.class, args);
    }
}

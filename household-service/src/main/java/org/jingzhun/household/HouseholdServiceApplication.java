package org.jingzhun.household;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that keeps the register of households. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "household-service", version = "v1", description = "The register of rural households: divisions, code lists, households, persons, imports, changes"))
public class HouseholdServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(HouseholdServiceApplication.class, args);
    }
}

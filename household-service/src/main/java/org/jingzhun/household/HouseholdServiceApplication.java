package org.jingzhun.household;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that keeps the register of households. */
@SpringBootApplication
public class HouseholdServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(HouseholdServiceApplication.class, args);
    }
}

package org.jingzhun.bench.yardstick.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The plain service. */
@SpringBootApplication
class YardstickService {

    public static void main(String[] args) {
        SpringApplication.run(YardstickService.class, args);
    }
}

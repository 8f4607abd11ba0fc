package org.jingzhun.bench.yardstick.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The bare gateway. */
@SpringBootApplication
class YardstickGateway {

    public static void main(String[] args) {
        SpringApplication.run(YardstickGateway.class, args);
    }
}

package org.jingzhun.relocation;

import java.util.stream.Stream;

import org.jingzhun.test.service.PublishedStubs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mapping that others test against is what this service really answers. */
@RelocationServiceTest
class PublishedStubsTest {

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicTest> theServiceAnswersAsItsStubPromises() {
        return PublishedStubs.of("relocation-service", api).as(Api.RELOCATION).machine(Api.READER)
                .given("settlement RS-451481-01 on the border", () -> api.given("RS-451481-01", "451481101201", "1.250"))
                .given("settlement RS-451481-02, alone in village 451481103202",
                        () -> api.given("RS-451481-02", "451481103202", "12.000"))
                .given("no settlement RS-451481-99", () -> {
                })
                .tests();
    }
}

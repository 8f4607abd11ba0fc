package org.jingzhun.industry;

import java.util.stream.Stream;

import org.jingzhun.test.service.PublishedStubs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mapping that others test against is what this service really answers. */
@IndustryServiceTest
class PublishedStubsTest {

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicTest> theServiceAnswersAsItsStubPromises() {
        return PublishedStubs.of("industry-service", api).as(Api.INDUSTRY).machine(Api.READER)
                .given("enterprise 91451481MA5KAXYT1Q of Pingxiang", () -> api.given("91451481MA5KAXYT1Q", "451481101201"))
                .given("enterprise 93451481MA5KBCDE2M, alone in village 451481103202",
                        () -> api.given("93451481MA5KBCDE2M", "451481103202"))
                .given("no enterprise 91110000802100433B", () -> {
                })
                .tests();
    }
}

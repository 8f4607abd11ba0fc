package org.jingzhun.finance;

import java.util.stream.Stream;

import org.jingzhun.test.service.PublishedStubs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mapping that others test against is what this service really answers. */
@FinanceServiceTest
class PublishedStubsTest {

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicTest> theServiceAnswersAsItsStubPromises() {
        return PublishedStubs.of("finance-service", api).as(Api.FINANCE).machine(Api.READER)
                .given("fund source FS-451481-2020-01 of Pingxiang", () -> api.given("FS-451481-2020-01", "451481000000"))
                .given("fund source FS-451481103-2020-01, alone in township 451481103",
                        () -> api.given("FS-451481103-2020-01", "451481103000"))
                .given("no fund source FS-451481-2020-99", () -> {
                })
                .tests();
    }
}

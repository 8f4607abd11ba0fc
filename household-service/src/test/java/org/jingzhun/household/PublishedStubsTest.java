package org.jingzhun.household;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.household.telling.ToldRegister;
import org.jingzhun.test.service.PublishedStubs;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mapping that others test against is what this service really answers. */
@HouseholdServiceTest
class PublishedStubsTest {

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    ToldRegister told;

    @TestFactory
    Stream<DynamicTest> theServiceAnswersAsItsStubPromises() {
        return PublishedStubs.of("household-service", api).as(Api.COUNTY)
                .machine(TestToken.service("supervision").grant("feed-reader", "supervision", "451481103202"))
                .given("household 45148100000017 with 4 members", this::family)
                .given("household 45148100000018, alone in village 451481103202", this::alone)
                .given("no household 45148100000099", () -> {
                })
                .given("the divisions of the release", () -> {
                })
                .tests();
    }

    private void family() {
        givens.forget("45148100000017");
        givens.household("45148100000017", "451481101201", Map.of());
        givens.member("45148100000017", "45148100000017001", "韦大山", Givens.residentId("451481", "19030108", 1), "01", Map.of());
        givens.member("45148100000017", "45148100000017002", "黄秀英", Givens.residentId("451481", "19010101", 2), "02", Map.of());
        givens.member("45148100000017", "45148100000017003", "韦小山", Givens.residentId("451481", "19200101", 3), "03", Map.of());
        givens.member("45148100000017", "45148100000017004", "韦小花", Givens.residentId("451481", "19210101", 4), "04", Map.of());
    }

    private void alone() {
        givens.forget("45148100000018");
        givens.household("45148100000018", "451481103202", Map.of());
        givens.member("45148100000018", "45148100000018001", "韦大海", Givens.residentId("451481", "19020101", 5), "01", Map.of());
        told.given(List.of("45148100000018"));
    }
}

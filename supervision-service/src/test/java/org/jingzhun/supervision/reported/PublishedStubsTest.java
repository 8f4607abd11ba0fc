package org.jingzhun.supervision.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.supervision.Api;
import org.jingzhun.supervision.SupervisionServiceTest;
import org.jingzhun.supervision.reported.ReportedStore.Told;
import org.jingzhun.test.service.PublishedStubs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mapping that others test against is what this service really answers. */
@SupervisionServiceTest
class PublishedStubsTest {

    @Autowired
    Api api;

    @Autowired
    ReportedStore store;

    @TestFactory
    Stream<DynamicTest> theServiceAnswersAsItsStubPromises() {
        return PublishedStubs.of("supervision-service", api).as(Api.PINGXIANG)
                .given("settlement RS-451481-01 was told by relocation", () -> told("RS-451481-01", 2, "451481101201"))
                .given("settlement RS-451481-02 was told by relocation, alone in village 451481103202",
                        () -> told("RS-451481-02", 1, "451481103202"))
                .given("nothing was told of settlement RS-451481-99", () -> {
                })
                .tests();
    }

    private void told(String number, long version, String division) {
        store.put("relocation", List.of(new Told("settlement", number, version, version, "settlement-changed", division, null,
                LocalDate.of(2020, 1, 2), Instant.EPOCH, "{\"borderBand\":\"FIRST_LINE\",\"capacityHouseholds\":96}")), 1);
    }
}

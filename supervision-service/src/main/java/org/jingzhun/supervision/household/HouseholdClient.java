package org.jingzhun.supervision.household;

import org.jingzhun.supervision.feed.OwnAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** household-service as supervision sees it: one question. */
@FeignClient(name = "household-service", configuration = OwnAccount.class)
interface HouseholdClient {

    @GetMapping(path = "/api/household/v1/facts", produces = "application/x-ndjson")
    byte[] facts(@RequestParam(name = "after", required = false) @Nullable String after, @RequestParam("limit") int limit);
}

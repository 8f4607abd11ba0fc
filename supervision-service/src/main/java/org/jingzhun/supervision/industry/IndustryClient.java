package org.jingzhun.supervision.industry;

import org.jingzhun.supervision.feed.OwnAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** industry-service as supervision sees it: one question. */
@FeignClient(name = "industry-service", configuration = OwnAccount.class)
interface IndustryClient {

    @GetMapping(path = "/api/industry/v1/facts", produces = "application/x-ndjson")
    byte[] facts(@RequestParam(name = "after", required = false) @Nullable String after, @RequestParam("limit") int limit);
}

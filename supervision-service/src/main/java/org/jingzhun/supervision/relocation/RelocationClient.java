package org.jingzhun.supervision.relocation;

import org.jingzhun.supervision.feed.OwnAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** relocation-service as supervision sees it: one question. */
@FeignClient(name = "relocation-service", configuration = OwnAccount.class)
interface RelocationClient {

    @GetMapping(path = "/api/relocation/v1/facts", produces = "application/x-ndjson")
    byte[] facts(@RequestParam(name = "after", required = false) @Nullable String after, @RequestParam("limit") int limit);
}

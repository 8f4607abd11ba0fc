package org.jingzhun.starter.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit is sealed.
 *
 * @param sealEvery pause between two looks for entries that are to be sealed
 * @param gapPatience how long a missing number is waited for; longer than the longest transaction
 * @param batch how many entries one seal holds at most
 * @param verify verify the chain, say what was found, and end
 */
@ConfigurationProperties("jingzhun.audit")
record AuditSettings(@DefaultValue("1m") Duration sealEvery, @DefaultValue("2h") Duration gapPatience,
        @DefaultValue("5000") int batch,
        @DefaultValue("false") boolean verify) {}

package org.jingzhun.supervision.feed;

import org.jingzhun.starter.machine.MachineFeignRequests;
import org.jingzhun.starter.machine.MachineTokens;
import org.springframework.context.annotation.Bean;

/** The configuration of a client that asks by this service's own account. Not scanned: each client names it. */
public class OwnAccount {

    @Bean
    MachineFeignRequests requestsByOwnAccount(MachineTokens tokens) {
        return new MachineFeignRequests(tokens);
    }
}

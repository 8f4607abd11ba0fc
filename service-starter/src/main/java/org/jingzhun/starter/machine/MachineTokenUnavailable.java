package org.jingzhun.starter.machine;

import org.jspecify.annotations.Nullable;

/** No token could be had, so that nobody can be called in the name of this service. */
public class MachineTokenUnavailable extends RuntimeException {

    MachineTokenUnavailable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

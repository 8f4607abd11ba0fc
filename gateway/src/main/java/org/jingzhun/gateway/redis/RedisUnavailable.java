package org.jingzhun.gateway.redis;

/** Redis did not answer, or not in time; what that means is the asker's decision. */
public class RedisUnavailable extends Exception {

    RedisUnavailable(String message) {
        super(message);
    }

    RedisUnavailable(Throwable cause) {
        super(cause);
    }
}

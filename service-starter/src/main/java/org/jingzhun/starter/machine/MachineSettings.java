package org.jingzhun.starter.machine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service account of this service.
 *
 * @param clientId name of the account; without it the service calls nobody in its own name
 * @param clientSecret its secret
 * @param tokenUrl where tokens are given
 * @param connectTimeout how long the connection is waited for
 * @param readTimeout how long the answer is waited for
 * @param renewBefore how long before it expires a token is not used any more
 */
@ConfigurationProperties("jingzhun.machine")
record MachineSettings(@Nullable String clientId, @Nullable String clientSecret,
        @DefaultValue("http://127.0.0.1:8090/oauth2/token") String tokenUrl, @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout, @DefaultValue("30s") Duration renewBefore) {

    @Override
    public String toString() {
        return "MachineSettings[clientId=" + clientId + ", tokenUrl=" + tokenUrl + "]";
    }
}

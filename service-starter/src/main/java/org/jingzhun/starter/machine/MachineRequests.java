package org.jingzhun.starter.machine;

import java.io.IOException;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** For a {@code RestClient} that calls in the name of this service. */
public class MachineRequests implements ClientHttpRequestInterceptor {

    private final MachineTokens tokens;

    public MachineRequests(MachineTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var token = tokens.token();
        request.getHeaders().setBearerAuth(token);
        var answer = execution.execute(request, body);
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            tokens.forget(token);
        }
        return answer;
    }
}

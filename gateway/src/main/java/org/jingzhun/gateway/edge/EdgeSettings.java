package org.jingzhun.gateway.edge;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the edge allows.
 *
 * @param publicUrl address by which callers know the gateway
 * @param bodyLimit how large a body may be where nothing else is said
 * @param uploads where larger bodies are expected
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.edge")
public record EdgeSettings(@NotNull URI publicUrl, @NotBlank String contentSecurityPolicy,
        @NotBlank String permissionsPolicy, @NotNull DataSize bodyLimit, @Valid List<Upload> uploads) {

    /** A path that takes files. */
    public record Upload(@NotNull HttpMethod method, @NotBlank String path, @NotNull DataSize limit) {}

    public boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }
}

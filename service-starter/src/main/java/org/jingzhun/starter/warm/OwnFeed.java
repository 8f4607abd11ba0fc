package org.jingzhun.starter.warm;

import java.net.URI;
import java.util.Objects;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Where an instance finds its own feed: the one question that each service answers and that its own account may ask. */
final class OwnFeed {

    private OwnFeed() {}

    static URI address(ServletWebServerApplicationContext service) {
        var settings = service.getEnvironment();
        var bound = settings.getProperty("server.address", "127.0.0.1");
        var port = Objects.requireNonNull(service.getWebServer(), "it has started").getPort();
        return URI.create("http://%s:%d/api/%s/v1/facts?limit=100".formatted(bound.equals("0.0.0.0") ? "127.0.0.1" : bound, port,
                settings.getRequiredProperty("jingzhun.feed.service")));
    }
}

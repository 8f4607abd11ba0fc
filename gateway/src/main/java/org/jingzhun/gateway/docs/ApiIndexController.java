package org.jingzhun.gateway.docs;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jingzhun.gateway.problem.Problems;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which services have an API document: those with a route for it. */
@Controller
class ApiIndexController {

    private static final String DOCUMENT = "-docs";

    private final List<String> services;
    private final Problems words;

    ApiIndexController(GatewayMvcProperties gateway, Problems words) {
        this.services = gateway.getRoutes().stream()
                .map(RouteProperties::getId)
                .filter(id -> id != null && id.endsWith(DOCUMENT))
                .map(id -> id.substring(0, id.length() - DOCUMENT.length()))
                .toList();
        this.words = words;
    }

    @GetMapping("/api-docs")
    String page() {
        return "forward:/api-docs/index.html";
    }

    @GetMapping("/api-docs/services")
    @ResponseBody
    ResponseEntity<List<Entry>> services(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(services.stream()
                        .map(id -> new Entry(id, words.word("service." + id, request), "/api/" + id + "/v3/api-docs"))
                        .toList());
    }

    record Entry(String id, String name, String document) {}
}

package org.jingzhun.test.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds docs/api to what a service really offers: {@code OpenApiDocument.of("http://127.0.0.1:" + port).checkedInAs("household")}.
 *
 * <p>With {@code -Pdocs} (system property {@code docs.write=true}) the file is written instead of compared, unless an operationId of the
 * file is gone: generated clients call it by that name. Who gives one up takes its operation out of the file himself, where a reviewer
 * sees it.
 */
public final class OpenApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int SHOWN = 20;
    private static final Pattern READABLE = Pattern.compile("[a-z][a-zA-Z]+");

    private final JsonNode document;

    OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** The document that the running service gives, without the address it happens to run at, its keys in order. */
    public static OpenApiDocument of(String address) {
        var request = HttpRequest.newBuilder(URI.create(address + "/v3/api-docs")).timeout(Duration.ofSeconds(60)).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new AssertionError("/v3/api-docs answers " + answer.statusCode());
            }
            if (!(JSON.readTree(answer.body()) instanceof ObjectNode root)) {
                throw new AssertionError("/v3/api-docs is no JSON object");
            }
            root.remove("servers");
            return new OpenApiDocument(ordered(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Compares it with docs/api/{name}.json, or writes that file where it is asked for. */
    public void checkedInAs(String name) {
        checkedInAs(Path.of(System.getProperty("jingzhun.root", "."), "docs", "api", name + ".json"),
                Boolean.getBoolean("docs.write"));
    }

    void checkedInAs(Path file, boolean write) {
        try {
            var offered = operationIds();
            var checkedIn = Files.exists(file) ? ordered(JSON.readTree(Files.readString(file))) : JSON.createObjectNode();
            if (write) {
                keep(new TreeSet<>(idsIn(checkedIn)), offered, file);
                Files.createDirectories(file.getParent());
                Files.writeString(file, JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n");
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(file + " is missing; ./mvnw -Pdocs verify writes it");
            }
            var differences = new ArrayList<String>();
            compare("", checkedIn, document, differences);
            if (!differences.isEmpty()) {
                throw new AssertionError("%s differs from the service; ./mvnw -Pdocs verify refreshes it:%n%s".formatted(file,
                        String.join(System.lineSeparator(), differences.subList(0, Math.min(SHOWN, differences.size())))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Set<String> promised, Set<String> offered, Path file) {
        promised.removeAll(offered);
        if (!promised.isEmpty()) {
            throw new AssertionError(
                    "%s promises operationIds that the service no longer offers: %s. A renamed class or method keeps its id by @Operation(operationId = …)"
                            .formatted(file, promised));
        }
    }

    /** The names by which clients call the operations: each once, and none that springdoc has numbered. */
    private Set<String> operationIds() {
        var ids = idsIn(document);
        var unique = new TreeSet<>(ids);
        var wrong = ids.stream().filter(it -> !READABLE.matcher(it).matches() || Collections.frequency(ids, it) > 1).distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError("operationIds must be unique and consist of letters only: " + wrong);
        }
        return unique;
    }

    private static List<String> idsIn(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream)
                .filter(it -> it.has("operationId")).map(it -> it.path("operationId").asString()).toList();
    }

    private static void compare(String at, JsonNode checkedIn, JsonNode offered, List<String> differences) {
        if (checkedIn.isObject() && offered.isObject()) {
            var names = new TreeSet<>(checkedIn.propertyNames());
            names.addAll(offered.propertyNames());
            for (var name : names) {
                compare(at + "/" + name.replace("~", "~0").replace("/", "~1"), checkedIn.path(name), offered.path(name),
                        differences);
            }
        } else if (!checkedIn.equals(offered)) {
            differences.add(at + (checkedIn.isMissingNode() ? " is new" : offered.isMissingNode() ? " is gone" : " is another"));
        }
    }

    private static JsonNode ordered(JsonNode node) {
        if (node.isObject()) {
            var sorted = JSON.createObjectNode();
            new TreeSet<>(node.propertyNames()).forEach(name -> sorted.set(name, ordered(node.path(name))));
            return sorted;
        }
        if (node.isArray()) {
            var same = JSON.createArrayNode();
            node.forEach(element -> same.add(ordered(element)));
            return same;
        }
        return node;
    }
}

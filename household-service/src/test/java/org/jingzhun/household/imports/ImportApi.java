package org.jingzhun.household.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jingzhun.household.Api;
import org.jingzhun.test.token.TestToken;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports as an officer makes them, through HTTP. */
public final class ImportApi {

    private static final Set<String> RUNNING = Set.of("UPLOADED", "CHECKING", "COMMITTING");

    private final Api api;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ImportApi(Api api) {
        this.api = api;
    }

    /** From the file to the end of the job. */
    public JsonNode run(TestToken as, byte[] file, int year, String commit) {
        var id = create(as, "451481", year, commit);
        assertThat(upload(as, id, file).statusCode()).isEqualTo(202);
        return await(as, id);
    }

    String create(TestToken as, String area, int year, String commit) {
        var answer = api.post(as, "/imports",
                "{\"fileName\":\"名单.xlsx\",\"area\":\"%s\",\"dataYear\":%d,\"commit\":\"%s\"}".formatted(area, year, commit),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    HttpResponse<String> upload(TestToken as, String id, byte[] file) {
        return send(as, "/imports/" + id + "/content", HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private HttpResponse<String> send(TestToken as, String path, HttpRequest.BodyPublisher body) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(api.address() + "/api/household/v1" + path))
                    .header("Authorization", as.bearer()).header("Content-Type", "application/octet-stream").PUT(body).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The job when nothing runs any more. */
    public JsonNode await(TestToken as, String id) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> get(as, id), job -> !RUNNING.contains(job.path("state").asString()));
    }

    JsonNode get(TestToken as, String id) {
        return api.get(as, "/imports/" + id).json();
    }

    /** Codes by row, as the list of errors has them. */
    Map<Integer, Set<String>> errors(TestToken as, String id) {
        var errors = new TreeMap<Integer, Set<String>>();
        var next = "";
        do {
            var page = api.get(as, "/imports/" + id + "/errors?level=ERROR&limit=7" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            page.path("items").forEach(item -> errors
                    .computeIfAbsent(item.path("row").asInt(), row -> new TreeSet<>()).add(item.path("code").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return errors;
    }

    /** Everything that the list of errors has. */
    public List<JsonNode> findings(TestToken as, String id) {
        var found = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get(as, "/imports/" + id + "/errors?limit=200" + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(found::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    byte[] errorWorkbook(TestToken as, String id) {
        try {
            var answer = http.send(HttpRequest
                    .newBuilder(URI.create(api.address() + "/api/household/v1/imports/" + id + "/error-workbook"))
                    .header("Authorization", as.bearer()).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Rows of a workbook by their headings. */
    static List<Map<String, Object>> rows(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var rows = book.getFirstSheet().read();
            var headings = rows.getFirst().stream().map(cell -> cell.getRawValue()).toList();
            return rows.stream().skip(1).map(row -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 0; i < headings.size(); i++) {
                    values.put(headings.get(i), row.getCellText(i));
                }
                return values;
            }).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

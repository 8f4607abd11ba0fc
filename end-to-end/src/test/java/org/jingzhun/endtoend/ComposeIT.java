package org.jingzhun.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import redis.embedded.RedisServer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * docker-compose.yml tells the services what they need: the same processes start with exactly its environment and its secrets.
 * Only what a container network would do is done here: its host names become loopback, its ports free ones, its folder of secrets
 * the one that {@code deploy/make-secrets} made, and the database's first-start script talks to the embedded server.
 */
class ComposeIT {

    private static final Path FOLDER = Path.of("target", "compose").toAbsolutePath();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");
    private static final List<String> SERVICES = Stream.of("identity-service", "household-service", "industry-service",
            "relocation-service", "finance-service", "supervision-service", "gateway").filter(Suite::isBuilt).toList();

    private final List<Process> processes = new ArrayList<>();
    private final List<RedisServer> stores = new ArrayList<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    @AfterEach
    void stop() throws Exception {
        processes.reversed().forEach(Process::destroy);
        for (var process : processes) {
            assertThat(process.waitFor(60, SECONDS)).isTrue();
        }
        for (var store : stores) {
            store.stop();
        }
    }

    @Test
    void theProcessesStartWithExactlyTheEnvironmentOfTheComposeFile() throws Exception {
        var secrets = secrets();
        var services = compose();
        var usual = SERVICES.stream().map(name -> environment(services, name))
                .flatMap(told -> Stream.of(told.get("SERVER_PORT"), told.get("MANAGEMENT_PORT"))).toList();
        var ports = Suite.freePorts(2 + usual.size());
        startStore(secrets, "session", ports.get(0));
        startStore(secrets, "cache", ports.get(1));
        makeSchemas(secrets);
        for (int i = 0; i < usual.size(); i++) {
            places.put(usual.get(i), ports.get(2 + i).toString());
        }

        for (var name : SERVICES) {
            start(name, environment(services, name), secrets);
        }

        for (var name : SERVICES) {
            awaitReady(places.get(environment(services, name).get("MANAGEMENT_PORT")));
        }
        var gateway = "http://localhost:" + places.get("8080");
        assertThat(status(gateway + "/api/household/v1/households")).isEqualTo(401);
        for (var name : SERVICES) {
            if (name.endsWith("-service")) {
                var document = "/api/" + name.replace("-service", "") + "/v3/api-docs";
                assertThat(status(gateway + document)).as("the gateway finds " + name).isEqualTo(200);
            }
        }
        assertThat(status(gateway + "/.well-known/openid-configuration")).isEqualTo(200);
        var admin = new Browser(gateway).signIn("admin", Files.readString(secrets.resolve("IDENTITY_ADMIN_PASSWORD")));
        assertThat(admin.open("/session").json().path("signedIn").asBoolean()).isTrue();
    }

    private static Path secrets() throws Exception {
        Files.createDirectories(FOLDER);
        var folder = FOLDER.resolve("secrets");
        var made = new ProcessBuilder("sh", Suite.ROOT.resolve("deploy/make-secrets").toString(), folder.toString())
                .redirectErrorStream(true).redirectOutput(FOLDER.resolve("make-secrets.log").toFile()).start();
        assertThat(made.waitFor()).isZero();
        return folder;
    }

    private void startStore(Path secrets, String use, int port) throws IOException {
        var server = RedisServer.newRedisServer().port(port).bind("127.0.0.1");
        server.setting("dir " + Files.createDirectories(FOLDER.resolve("redis-" + use)));
        Files.readAllLines(secrets.resolve("redis-" + use + ".conf")).stream().filter(line -> !line.isBlank())
                .forEach(server::setting);
        var store = server.build();
        store.start();
        stores.add(store);
        places.put("redis-" + use + ":6379", "127.0.0.1:" + port);
    }

    /** Runs the image's first-start script; its {@code mysql} is here a script that keeps what it is told. */
    private void makeSchemas(Path secrets) throws Exception {
        var tools = Files.createDirectories(FOLDER.resolve("tools"));
        var told = FOLDER.resolve("first-start.sql");
        Files.writeString(tools.resolve("mysql"), "#!/bin/sh\ncat > '" + told + "'\n");
        assertThat(tools.resolve("mysql").toFile().setExecutable(true)).isTrue();
        var script = new ProcessBuilder("sh", Suite.ROOT.resolve("deploy/mysql/10-schemas-and-accounts.sh").toString());
        script.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        script.environment().put("SECRETS_DIR", secrets.toString());
        assertThat(script.inheritIO().start().waitFor()).isZero();

        var administrator = EmbeddedMariaDb.administrator("jz_compose");
        var url = administrator.getJdbcUrl();
        places.put("mysql:3306", url.substring("jdbc:mysql://".length(), url.indexOf('/', "jdbc:mysql://".length())));
        try (var connection = DriverManager.getConnection(url, administrator.getUsername(), administrator.getPassword());
                var statement = connection.createStatement()) {
            for (var sql : Files.readString(told).split(";\\s*\\n")) {
                statement.execute(sql);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> compose() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(Suite.ROOT.resolve("docker-compose.yml")));
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Map<String, Object>> services, String name) {
        var environment = new LinkedHashMap<String, String>();
        ((Map<String, Object>) services.get(name).get("environment"))
                .forEach((variable, value) -> environment.put(variable, VARIABLE.matcher(String.valueOf(value))
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(2)))));
        return environment;
    }

    /** In a container only the secrets that the file lists are there; so it is here. */
    @SuppressWarnings("unchecked")
    private void start(String name, Map<String, String> environment, Path all) throws IOException {
        var mine = Files.createDirectories(FOLDER.resolve("secrets-of-" + name));
        for (var secret : (List<String>) compose().get(name).get("secrets")) {
            var file = mine.resolve(secret);
            Files.deleteIfExists(file);
            if (secret.endsWith(".json")) { // keys, which nobody else may read
                Files.createLink(file, all.resolve(secret));
            } else {
                Files.writeString(file, local(Files.readString(all.resolve(secret))));
            }
        }
        var builder = new ProcessBuilder(Suite.java(), "-Xmx256m", "-XX:+UseSerialGC", "-jar", Suite.jar(name).toString())
                .redirectErrorStream(true).redirectOutput(FOLDER.resolve(name + ".log").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        environment.forEach((variable, value) -> builder.environment().put(variable,
                local(value).replace("/run/secrets", mine.toString())));
        processes.add(builder.start());
    }

    private String local(String value) {
        var local = value.replaceAll("[a-z]+-service:", "127.0.0.1:");
        for (var place : places.entrySet()) {
            local = local.equals(place.getKey())
                    ? place.getValue()
                    : local.replace(
                            place.getKey().contains(":") ? place.getKey() : ":" + place.getKey(),
                            place.getKey().contains(":") ? place.getValue() : ":" + place.getValue());
        }
        return local;
    }

    private void awaitReady(String port) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(500)).ignoreExceptions()
                .failFast("a process has ended; its log is in " + FOLDER, () -> !processes.stream().allMatch(Process::isAlive))
                .until(() -> status("http://127.0.0.1:" + port + "/actuator/health/readiness") == 200);
    }

    private static int status(String url) {
        return Api.send(HttpClient.newHttpClient(), HttpRequest.newBuilder(URI.create(url)).build()).status();
    }
}

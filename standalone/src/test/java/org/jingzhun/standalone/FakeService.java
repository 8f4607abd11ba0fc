package org.jingzhun.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;

/** Stands for a service: listens at its two ports, and fails in the way that FAKE_FAILURE asks for. */
public final class FakeService {

    private FakeService() {}

    public static void main(String... args) throws IOException {
        var own = "%s ".formatted(Path.of(System.getenv("SECRETS_DIR")).getFileName());
        switch (System.getenv().getOrDefault("FAKE_FAILURE", "").replace(own, "")) {
            case "crash" -> {
                System.out.println("the last words of a service");
                System.exit(3);
            }
            case "newer-schema" -> {
                System.out.println("""

                        ***************************
                        APPLICATION FAILED TO START
                        ***************************

                        Description:

                        The schema is of version 12, newer than 9, which this release knows.

                        Action:

                        Use the newer release.
                        """);
                System.exit(1);
            }
            default -> listen();
        }
    }

    private static void listen() throws IOException {
        Files.writeString(Path.of(System.getenv("SECRETS_DIR")).resolve("../../seen-" + ProcessHandle.current().pid()),
                String.join("\n", System.getenv().keySet()));
        for (var port : new String[]{"SERVER_PORT", "MANAGEMENT_PORT"}) {
            var server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(port))), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }
}

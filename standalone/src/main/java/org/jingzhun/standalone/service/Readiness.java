package org.jingzhun.standalone.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

import org.jingzhun.standalone.process.Probe;

/** Asks the management port of a service whether it takes requests. */
record Readiness(int managementPort) implements Probe {

    @Override
    public boolean ready() {
        try {
            var connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)).toURL()
                    .openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}

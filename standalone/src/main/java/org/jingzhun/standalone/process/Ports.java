package org.jingzhun.standalone.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.jingzhun.standalone.text.Refusal;

/** Whether somebody listens, asked before a child would die of it. */
public final class Ports {

    private Ports() {}

    /**
     * Refuses a port that somebody has.
     *
     * @param setting the name under which another port can be chosen
     */
    public static void requireFree(String title, int port, String setting) {
        if (port < 1 || port > 65_535) {
            throw new Refusal("port-impossible", port, title, setting);
        }
        if (!free(port)) {
            throw new Refusal("port-taken", port, title, setting);
        }
    }

    private static boolean free(int port) {
        return !open(port) && bindable(port);
    }

    /** A port below 1024 that may not be bound shows here, and one that is bound to another address. */
    private static boolean bindable(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public static boolean open(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

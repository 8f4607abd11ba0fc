package org.jingzhun.standalone.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps Ctrl-C of the terminal away from the children: it reaches every process of the foreground, and a Redis that ends
 * before the services would make their last words errors. The launcher ends them in its own order.
 */
final class OwnSession {

    private static final List<String> PREFIX = Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of)
            .filter(Files::isExecutable).map(Path::toString).map(List::of).findFirst()
            // macOS has no setsid; both ways keep the process number
            .orElse(List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!"));

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }
}

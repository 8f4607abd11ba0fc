package org.jingzhun.standalone.text;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Where the operator reads: one line per fact, with the seconds since the start. */
public final class Console {

    private final Words words;
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Console(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    public synchronized void say(String key, Object... arguments) {
        var tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 100;
        out.println("%5d.%d s  %s".formatted(tenths / 10, tenths % 10, words.of(key, arguments)));
        out.flush();
    }

    /** Without the time: the lines at the end, which are read again later. */
    public synchronized void print(String key, Object... arguments) {
        out.println(words.of(key, arguments));
        out.flush();
    }

    public synchronized void refuse(Refusal refusal) {
        out.println(words.of("refused", refusal.in(words)));
        out.flush();
    }

    public Words words() {
        return words;
    }
}

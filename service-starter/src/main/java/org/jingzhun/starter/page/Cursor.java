package org.jingzhun.starter.page;

import java.util.List;
import java.util.function.Function;

/**
 * Where a list goes on and how far: a controller argument made of {@code ?after=} and {@code ?limit=}.
 *
 * <p>The mark is signed for this list with these filters and this scope. At the beginning {@link #text} is empty and
 * {@link #number} is {@link Long#MIN_VALUE}, so that one statement serves every page:
 * {@code where village >= :v and (village > :v or number > :n)}.
 */
public final class Cursor {

    private final List<String> last;
    private final int limit;
    private final Function<List<?>, String> signing;

    Cursor(List<String> last, int limit, Function<List<?>, String> signing) {
        this.last = List.copyOf(last);
        this.limit = limit;
        this.signing = signing;
    }

    /** The beginning of a list outside a request, as in a test of a query. */
    public static Cursor start(int limit) {
        return new Cursor(List.of(), limit, position -> String.join("/", position.stream().map(String::valueOf).toList()));
    }

    /** Whether this is the first page. */
    public boolean isStart() {
        return last.isEmpty();
    }

    /** A value of the last row seen; empty at the beginning. */
    public String text(int index) {
        return last.isEmpty() ? "" : last.get(index);
    }

    /** A number of the last row seen; the smallest of all at the beginning. */
    public long number(int index) {
        return last.isEmpty() ? Long.MIN_VALUE : Long.parseLong(last.get(index));
    }

    /** How many items the page may have. */
    public int limit() {
        return limit;
    }

    /** How many rows to fetch: one more than the page shows. */
    public int fetch() {
        return limit + 1;
    }

    String next(List<?> position) {
        return signing.apply(position);
    }
}

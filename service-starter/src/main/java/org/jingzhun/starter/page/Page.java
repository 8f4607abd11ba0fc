package org.jingzhun.starter.page;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the mark at which the next part begins; without one, the list has ended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a query that fetched {@link Cursor#fetch()} rows: one more than the page shows, so that it knows whether to go on.
     *
     * @param position the values that the list is ordered by, as they are read back by {@link Cursor#text} and {@link Cursor#number}
     */
    public static <T> Page<T> of(List<T> fetched, Cursor after, Function<T, List<?>> position) {
        if (fetched.size() <= after.limit()) {
            return new Page<>(fetched, null);
        }
        var shown = fetched.subList(0, after.limit());
        return new Page<>(shown, after.next(position.apply(shown.getLast())));
    }

    /** A page that may be short, of a query that looked at a bounded number of rows and stopped at this position; null at the end. */
    public static <T> Page<T> upTo(List<T> found, Cursor after, @Nullable List<?> position) {
        return new Page<>(found, position == null ? null : after.next(position));
    }

    /** The same page, each item shown otherwise. */
    public <R> Page<R> map(Function<? super T, ? extends R> shown) {
        return new Page<>(items.stream().<R>map(shown).toList(), next);
    }
}

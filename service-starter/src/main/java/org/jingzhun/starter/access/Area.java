package org.jingzhun.starter.access;

/**
 * The part of the country that a list is about: a controller argument made of {@code ?area=} and the grants of the caller.
 *
 * <p>A division that no single grant with the method's permission covers is refused; without {@code ?area=} it is all that these
 * grants reach.
 *
 * @param code the division asked for; empty if none was
 * @param scope what the list may show, already narrowed to that division
 */
public record Area(String code, Scope scope) {

    public Condition condition(String column) {
        return scope.condition(column);
    }
}

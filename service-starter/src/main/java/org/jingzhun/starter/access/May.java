package org.jingzhun.starter.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Who has a role with this permission may call the method: {@code @May("household:read")}. The roles are in docs/roles.csv.
 *
 * <p>On a class it holds for all methods that do not name their own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}')")
public @interface May {

    /** The permission: {@code resource:action}. */
    String value();
}

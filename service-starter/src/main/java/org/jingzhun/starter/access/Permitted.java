package org.jingzhun.starter.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Scope} argument for another permission than the method's own: {@code @Permitted("household:read-sensitive") Scope
 * sensitive} is where the caller may see more; it is {@link Scope.None} for who may not.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {

    /** The permission: {@code resource:action}. */
    String value();
}

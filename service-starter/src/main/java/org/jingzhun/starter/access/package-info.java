/**
 * Access decides who asks and what he may see: tokens, grants, permissions, and the scope that every query takes.
 *
 * <p>A controller method says its permission by {@link org.jingzhun.starter.access.May}; a {@link org.jingzhun.starter.access.Scope}
 * or an {@link org.jingzhun.starter.access.Area} argument is then made only from the grants whose role has that permission.
 */
@NullMarked
package org.jingzhun.starter.access;

import org.jspecify.annotations.NullMarked;

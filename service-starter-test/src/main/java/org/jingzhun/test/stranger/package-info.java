/**
 * The stranger's test: everything that a service offers, tried by everybody who must not have it.
 *
 * <p>It reads the live OpenAPI document, so that an operation cannot be forgotten: one that the service's test does not describe fails.
 */
@NullMarked
package org.jingzhun.test.stranger;

import org.jspecify.annotations.NullMarked;

/** The description of a service's API as OpenAPI 3.1: what the starter adds to every operation,
 * and its name, stands in it without being written. */
@NullMarked
package org.jingzhun.starter.openapi;

import org.jspecify.annotations.NullMarked;

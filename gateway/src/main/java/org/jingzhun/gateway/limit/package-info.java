/**
 * How many requests an address and an account may make; shared through Redis, and local while Redis cannot be asked.
 */
@NullMarked
package org.jingzhun.gateway.limit;

import org.jspecify.annotations.NullMarked;

/**
 * The connections to Redis: never waited for at start, refused at once while Redis is away.
 */
@NullMarked
package org.jingzhun.gateway.redis;

import org.jspecify.annotations.NullMarked;

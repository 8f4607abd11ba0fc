/**
 * The hop to a service: nothing buffered, no header relayed that is not meant to pass, an outage told as an outage.
 */
@NullMarked
package org.jingzhun.gateway.relay;

import org.jspecify.annotations.NullMarked;

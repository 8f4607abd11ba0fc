/**
 * What every request meets first: its id, the security headers of its answer, the limit of its body, its measurement.
 */
@NullMarked
package org.jingzhun.gateway.edge;

import org.jspecify.annotations.NullMarked;

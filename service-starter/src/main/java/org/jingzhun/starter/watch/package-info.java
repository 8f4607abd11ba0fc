/**
 * Watch is what operators see of every service: a metrics endpoint at the management port, levels that are asked of the database now
 * and then, and logs in a form that machines read. docs/metrics.md lists the names.
 */
@NullMarked
package org.jingzhun.starter.watch;

import org.jspecify.annotations.NullMarked;

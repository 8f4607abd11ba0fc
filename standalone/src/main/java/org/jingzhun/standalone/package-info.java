/**
 * The whole suite on one machine without a container engine: embedded MariaDB and Redis, then every service as a process
 * of its own.
 */
@NullMarked
package org.jingzhun.standalone;

import org.jspecify.annotations.NullMarked;

/** Spring Cloud Gateway with one route and nothing else: what a hop costs before anybody is asked who he is. */
@NullMarked
package org.jingzhun.bench.yardstick.gateway;

import org.jspecify.annotations.NullMarked;

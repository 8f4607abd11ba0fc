/** The services of the suite as processes: jar, environment, readiness, start-up cache. */
@NullMarked
package org.jingzhun.standalone.service;

import org.jspecify.annotations.NullMarked;

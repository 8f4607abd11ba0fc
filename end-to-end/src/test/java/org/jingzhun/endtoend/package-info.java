/** Few journeys through the gateway, as a user makes them, against the suite that the launcher starts. */
@NullMarked
package org.jingzhun.endtoend;

import org.jspecify.annotations.NullMarked;

/** Holds what is written about a service to what the service does. */
@NullMarked
package org.jingzhun.test.document;

import org.jspecify.annotations.NullMarked;

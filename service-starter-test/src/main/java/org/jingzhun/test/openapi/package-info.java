/** The description of a service's API, and the file that it is checked in as. */
@NullMarked
package org.jingzhun.test.openapi;

import org.jspecify.annotations.NullMarked;

/** The demo county, made by the generator and imported by the API that everybody uses. */
@NullMarked
package org.jingzhun.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** What the operator may choose, and what is made once per installation: secrets and keys. */
@NullMarked
package org.jingzhun.standalone.settings;

import org.jspecify.annotations.NullMarked;

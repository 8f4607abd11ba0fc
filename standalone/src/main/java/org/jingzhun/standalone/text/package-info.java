/** What the launcher says, in Chinese and in English. */
@NullMarked
package org.jingzhun.standalone.text;

import org.jspecify.annotations.NullMarked;

/** The same row gives the same findings on entry, import and on the stored register. */
package org.jingzhun.household.threeways;

/**
 * The index of the services' API documents, for people.
 */
@NullMarked
package org.jingzhun.gateway.docs;

import org.jspecify.annotations.NullMarked;

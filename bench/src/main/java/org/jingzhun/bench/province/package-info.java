/**
 * Builds the register of a whole province directly in the database of household-service, with ciphers that the running service reads.
 * The only package here that knows keys and tables.
 */
@NullMarked
package org.jingzhun.bench.province;

import org.jspecify.annotations.NullMarked;

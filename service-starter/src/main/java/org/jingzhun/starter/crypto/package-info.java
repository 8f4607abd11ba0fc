/**
 * Crypto keeps personal data unreadable at rest 【国密】: fields are encrypted, and searched exactly by keyed digests.
 *
 * <p>A master key lives in a file outside the database ({@link org.jingzhun.starter.crypto.KeyRingFile}); it wraps the data keys,
 * which lie in the table {@code data_key} of each schema ({@link org.jingzhun.starter.crypto.KeyRing}). Features use
 * {@link org.jingzhun.starter.crypto.FieldCipher} and {@link org.jingzhun.starter.crypto.Digests}.
 */
@NullMarked
package org.jingzhun.starter.crypto;

import org.jspecify.annotations.NullMarked;

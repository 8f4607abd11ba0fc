/**
 * Rotation gives everything that is encrypted a new key while the service is in use 【密钥轮换】: a new data key, and a job that encrypts every
 * {@link org.jingzhun.starter.rotation.EncryptedColumn} anew. Likewise the digests that a database is searched by, in all
 * {@link org.jingzhun.starter.rotation.DigestedRows}.
 */
@NullMarked
package org.jingzhun.starter.rotation;

import org.jspecify.annotations.NullMarked;

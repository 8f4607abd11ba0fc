/** The order to encrypt anew what this service keeps encrypted 【密钥轮换】: the private parts of the signing keys. */
@NullMarked
package org.jingzhun.identity.rotation;

import org.jspecify.annotations.NullMarked;

/** Spring Boot and JDBC with nothing else: the same household by the same statement, without scope, encryption, checks or traces. */
@NullMarked
package org.jingzhun.bench.yardstick.service;

import org.jspecify.annotations.NullMarked;

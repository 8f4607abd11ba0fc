/** MariaDB and Redis from Maven artefacts, made ready for the services. */
@NullMarked
package org.jingzhun.standalone.engine;

import org.jspecify.annotations.NullMarked;

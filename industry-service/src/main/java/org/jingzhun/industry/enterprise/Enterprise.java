package org.jingzhun.industry.enterprise;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an enterprise.
 *
 * @param level who recognised it; a leading enterprise always has one
 */
record Enterprise(String name, EnterpriseKind kind, @Nullable EnterpriseLevel level) {

    Enterprise {
        if (kind == EnterpriseKind.LEADING && level == null) {
            throw new LevelMissing();
        }
    }
}

package org.jingzhun.industry.enterprise;

/** A leading enterprise is one by the recognition of some level, and none was said. */
class LevelMissing extends RuntimeException {

    LevelMissing() {
        super("A leading enterprise has a level.", null, false, false);
    }
}

package org.jingzhun.household.imports.sheet;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file, readable as often and in any order as a format needs it. */
public interface StoredContent {

    SeekableByteChannel open() throws IOException;

    long size();
}

package org.jingzhun.starter.access;

import java.util.List;

/** Which divisions an area took over when borders or codes changed, so that a grant goes on to cover their records. */
@FunctionalInterface
public interface FormerCodes {

    /** The prefixes that belonged to this area under other codes; empty if none. */
    List<String> of(String area);
}

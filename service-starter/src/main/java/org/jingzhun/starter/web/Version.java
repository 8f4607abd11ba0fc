package org.jingzhun.starter.web;

/** The version of a record as an entity tag: {@code ResponseEntity.ok().eTag(Version.tag(3))} sends {@code "v3"}. */
public final class Version {

    private Version() {}

    public static String tag(long version) {
        return "\"v" + version + "\"";
    }
}

package org.jingzhun.identity.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where to go on after signing in, and in which language to speak until then. It travels in the address and the forms, so that two
 * tabs do not disturb each other. Only the authorization endpoint is gone on to: nobody is sent to a stranger's page. Public, because the pages' templates read it.
 */
public record Way(String goesOn, String lang) {

    static final String AUTHORIZATION = "/oauth2/authorize?";

    boolean isKnown() {
        return goesOn.startsWith(AUTHORIZATION) && goesOn.chars().noneMatch(sign -> sign < ' ' || sign == '\\');
    }

    /** The address of one of the pages, with the way in it. */
    String to(String page) {
        return to(page, lang);
    }

    /** The same page in the other language. */
    public String inOtherLanguage(String page) {
        return to(page, lang.equals("en") ? "zh" : "en");
    }

    private String to(String page, String language) {
        return page + "?lang=" + language + (isKnown() ? "&continue=" + URLEncoder.encode(goesOn, StandardCharsets.UTF_8) : "");
    }
}

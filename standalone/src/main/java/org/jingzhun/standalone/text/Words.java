package org.jingzhun.standalone.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of the launcher in one language. */
public final class Words {

    private final ResourceBundle bundle;

    public Words(Locale language) {
        bundle = ResourceBundle.getBundle("org.jingzhun.standalone.text.words", language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** {@code {0}}, {@code {1}} … are replaced as they stand: a port is no number with a thousands separator. */
    public String of(String key, Object... arguments) {
        var sentence = bundle.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return sentence;
    }
}

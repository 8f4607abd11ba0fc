package org.jingzhun.household.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.ibm.icu.text.Transliterator;

/**
 * How a name sounds: its syllables in pinyin 【拼音】, without tones.
 *
 * <p>A character at the beginning is read as a family name (单 is shan, 仇 is qiu). Reading one takes a third of a millisecond, so that each
 * is read once and remembered; there are some thousands.
 */
record Sound(List<String> syllables) {

    private static final Map<Integer, String> FIRST = new ConcurrentHashMap<>();
    private static final Map<Integer, String> FURTHER = new ConcurrentHashMap<>();

    Sound {
        syllables = List.copyOf(syllables);
    }

    static Sound of(String name) {
        var characters = characters(name);
        return new Sound(IntStream.range(0, characters.length).mapToObj(i -> i == 0
                ? FIRST.computeIfAbsent(characters[i], it -> latin(Latin.FAMILY_NAME, it))
                : FURTHER.computeIfAbsent(characters[i], it -> latin(Latin.ANY, it))).toList());
    }

    /** The letters of a name, without blanks and points. */
    static int[] characters(String name) {
        return name.codePoints().filter(Character::isLetter).toArray();
    }

    /** The same without what southern accents do not tell apart: zh and z, ch and c, sh and s, n and l, final ng and n, h and f. */
    Sound folded() {
        return new Sound(syllables.stream().map(Sound::fold).toList());
    }

    /** All in one word, as for a key. */
    String joined() {
        return String.join(" ", syllables);
    }

    private static String fold(String syllable) {
        var folded = syllable;
        if (folded.matches("[zcs]h.*")) {
            folded = folded.charAt(0) + folded.substring(2);
        } else if (folded.matches("n.+")) {
            folded = "l" + folded.substring(1);
        } else if (folded.startsWith("hu") && folded.length() > 2) {
            folded = "f" + folded.substring(2);
        }
        return folded.endsWith("ng") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static String latin(Transliterator reading, int character) {
        return reading.transliterate(Character.toString(character)).toLowerCase(Locale.ROOT).strip();
    }

    /** Loaded when the first name is read: it takes two seconds. */
    private static final class Latin {

        static final Transliterator FAMILY_NAME = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");
        static final Transliterator ANY = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}

package org.jingzhun.household.figure.reading;

import org.jingzhun.household.figure.reading.FigureReading.Found;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.springframework.stereotype.Component;

/** Where figures come from. */
@Component
class KeptFigures {

    private final FigureReading reading;

    KeptFigures(FigureReading reading) {
        this.reading = reading;
    }

    Found read(Question question) {
        return reading.read(question);
    }
}

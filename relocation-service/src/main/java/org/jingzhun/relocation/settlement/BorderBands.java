package org.jingzhun.relocation.settlement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Up to which distance a band reaches, by day and with a source (settlement/border-bands.csv); what is beyond all of them is inland. */
@Component
class BorderBands {

    private static final String SHIPPED = "/settlement/border-bands.csv";

    private final List<Line> lines;
    private final Clock clock;

    @Autowired
    BorderBands(Clock clock) {
        this(shipped(), clock);
    }

    /** Lines of band, kilometres, first day, first day no longer valid (may be empty), source. */
    BorderBands(List<String> csv, Clock clock) {
        this.clock = clock;
        lines = csv.stream().map(line -> line.split(",", 5))
                .map(part -> new Line(BorderBand.valueOf(part[0]), new BigDecimal(part[1]), LocalDate.parse(part[2]),
                        part[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(part[3])))
                .sorted(Comparator.comparing(Line::upTo)).toList();
    }

    /** The band of a distance by what holds today; both ends of a band belong to the nearer one. */
    BorderBand at(BigDecimal kilometres) {
        var today = LocalDate.now(clock);
        return lines.stream().filter(line -> line.holdsOn(today) && kilometres.compareTo(line.upTo) <= 0).map(Line::band)
                .findFirst().orElse(BorderBand.INLAND);
    }

    private record Line(BorderBand band, BigDecimal upTo, LocalDate from, LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private static List<String> shipped() {
        try (var in = BorderBands.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().skip(1)
                    .filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.jingzhun.bench.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jingzhun.bench.Arguments;

/** {@code generate}: the command line in front of {@link Generate}. */
public final class GenerateCommand {

    private GenerateCommand() {}

    /** Writes the files and gives one line that says so. Wrong options are an {@link IllegalArgumentException}. */
    public static String run(Arguments arguments) throws IOException {
        var template = template(arguments.text("list", "B"));
        var persons = arguments.number("persons", 11_000);
        var out = Path.of(arguments.text("out"));
        var order = new Generate.Order(template, arguments.text("county", "451481"), arguments.number("year", template.usualYear),
                persons, arguments.number("others", template == Template.B ? 0 : persons / 10),
                Long.parseLong(arguments.text("seed", "1")), arguments.number("errors", 0),
                kinds(arguments.text("kinds", "all"), template), arguments.number("plant-findings", 0),
                findingKinds(arguments.text("finding-kinds", "all"), template), format(arguments, out),
                Divisions.VillageNames.valueOf(arguments.text("village-names", "short").toUpperCase(Locale.ROOT)));
        var planted = Path.of(arguments.text("planted", out + ".planted.csv"));
        var plantedFindings = Path.of(arguments.text("planted-findings", out + ".findings.csv"));
        arguments.refuseOthers();

        var begun = System.nanoTime();
        var outcome = new Generate(order).to(Files.newOutputStream(out));
        if (order.errors() > 0) {
            Generate.list(outcome.planted(), planted);
        }
        if (order.findings() > 0) {
            Generate.listFindings(outcome.findings(), plantedFindings);
        }
        return "%s: %d rows, %d households, %d errors and %d findings planted, %.1f s".formatted(out, outcome.rows(),
                outcome.households(), outcome.planted().size(), order.findings(), (System.nanoTime() - begun) / 1e9);
    }

    private static Template template(String name) {
        var lists = Arrays.stream(Template.values()).filter(list -> list != Template.REGISTER).toList();
        return lists.stream().filter(list -> list.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such list: " + name + "; there are " + lists));
    }

    /** The kinds of error with the lists that can carry them. */
    public static String kinds() {
        var text = new StringBuilder();
        for (var kind : ErrorKind.values()) {
            text.append(kind.code()).append(ErrorKind.of(Template.B).contains(kind) ? " B" : "")
                    .append(ErrorKind.of(Template.C).contains(kind) ? " C" : "").append('\n');
        }
        FindingKind.all().forEach(kind -> text.append(kind.code()).append(" finding ").append(kind.list()).append('\n'));
        return text.toString();
    }

    private static List<ErrorKind> kinds(String wanted, Template template) {
        return wanted.equals("all")
                ? ErrorKind.of(template)
                : Arrays.stream(wanted.split(",", -1)).map(String::strip).map(ErrorKind::byCode).toList();
    }

    private static List<FindingKind> findingKinds(String wanted, Template template) {
        return wanted.equals("all")
                ? FindingKind.of(template)
                : Arrays.stream(wanted.split(",", -1)).map(String::strip).map(FindingKind::byCode).toList();
    }

    private static ListWriter.Format format(Arguments arguments, Path out) {
        var name = out.toString().toLowerCase(Locale.ROOT);
        var byName = name.endsWith(".csv") ? "csv" : name.endsWith(".xls") ? "xls" : "xlsx";
        return ListWriter.Format.valueOf(arguments.text("format", byName).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

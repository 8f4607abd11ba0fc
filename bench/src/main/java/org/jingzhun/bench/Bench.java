package org.jingzhun.bench;

import java.io.IOException;
import java.util.Arrays;

import org.jingzhun.bench.difficult.DifficultCommand;
import org.jingzhun.bench.generator.GenerateCommand;
import org.jingzhun.bench.province.FlowCommand;
import org.jingzhun.bench.province.ProvinceCommand;
import org.jingzhun.bench.register.RegisterCommand;

/** The command line of bench: demo data and difficult files. See README.md beside this module. */
public final class Bench {

    private static final String USAGE = """
            generate --list A|B|C|D|E|work --out FILE [--county 451481] [--persons 11000] [--others N] [--year 2019|2022] [--seed 1]
                     [--errors 0] [--kinds all|kind,kind] [--planted FILE] [--format xlsx|xls|csv|csv-bom|csv-gb18030]
                     [--village-names short|committee|full] [--plant-findings 0] [--finding-kinds all|kind,kind]
                     [--planted-findings FILE]
            difficult --out FOLDER [--bomb-megabytes 1024]
            kinds
            province --folder FOLDER --db-url URL [--households 1200000] [--province 14] [--year 2025] [--seed 1] [--threads N]
                     [--db-user household] [--key-ring FILE]; environment HOUSEHOLD_DB_PASSWORD, JINGZHUN_KEYRING
            flow fill --folder FOLDER --db-url URL [--one-of 10] [--seed 1] [--db-user household] [--key-ring FILE]
            register reads|changes|import|load-data|export|quality|planted|flow-check|figure-filling|figures|feed|rolling [--area 451481] [--url http://localhost:8080]
                     [--client demo-importer] …; environment CLIENT_SECRET; see README.md
            """;

    private Bench() {}

    public static void main(String[] words) {
        // the library for the old formats logs through Log4j, which else complains that nobody listens
        System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
        System.exit(run(words));
    }

    private static String flow(String what, Arguments arguments) throws Exception {
        return switch (what) {
            case "fill" -> FlowCommand.fill(arguments);
            default -> throw new IllegalArgumentException("no such command: flow " + what);
        };
    }

    private static int run(String[] words) {
        try {
            var command = words.length == 0 ? "" : words[0];
            if (command.equals("register") && words.length > 1) {
                System.out.println(RegisterCommand.run(words[1], new Arguments(Arrays.stream(words).skip(2).toList())));
                return 0;
            }
            if (command.equals("flow") && words.length > 1) {
                System.out.println(flow(words[1], new Arguments(Arrays.stream(words).skip(2).toList())));
                return 0;
            }
            var arguments = new Arguments(Arrays.stream(words).skip(1).toList());
            System.out.println(switch (command) {
                case "generate" -> GenerateCommand.run(arguments);
                case "difficult" -> DifficultCommand.run(arguments);
                case "province" -> ProvinceCommand.run(arguments);
                case "kinds" -> GenerateCommand.kinds();
                default -> throw new IllegalArgumentException("no such command: " + command);
            });
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (IOException e) {
            System.err.println("cannot write: " + e.getMessage());
            return 1;
        } catch (Exception e) {
            System.err.println(e);
            return 1;
        }
    }
}

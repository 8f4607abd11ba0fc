package org.jingzhun.household.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.Givens;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the table of rules across households (src/test/resources/rules/across.csv): some households, each with one healthy member of
 * 2023 and what the row says besides, and of whom the rule speaks. The households of a row stand in villages of their own.
 */
record AcrossRow(int index, String rule, String what, List<String> facts, String expected) {

    static List<AcrossRow> all() {
        try (var reader = new BufferedReader(
                new InputStreamReader(AcrossRow.class.getResourceAsStream("/rules/across.csv"), StandardCharsets.UTF_8))) {
            var rows = new ArrayList<AcrossRow>();
            reader.lines().skip(1).forEach(line -> {
                var parts = line.split(",", -1);
                rows.add(new AcrossRow(rows.size(), parts[0], parts[1], List.of(parts[2].split("；")), parts[3]));
            });
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean fires() {
        return !expected.equals("无");
    }

    String prefix() {
        return "ACR" + index + "-";
    }

    /** Household and person of each finding that the row asks for, as the findings name them. */
    TreeSet<String> findings() {
        return fires() ? Arrays.stream(expected.split("\\+")).map(it -> {
            var of = it.split("：");
            var person = of[of.length - 1];
            return prefix() + it.charAt(0) + (person.length() > 1 ? " " + person(person) : "");
        }).collect(Collectors.toCollection(TreeSet::new)) : new TreeSet<>();
    }

    void store(Givens givens, JdbcClient jdbc, LocalDate today) {
        new Storing(givens, jdbc, today).store();
    }

    private String person(String who) {
        return prefix() + who.charAt(0) + "-" + who.substring(1);
    }

    private final class Storing {

        private final Givens givens;
        private final JdbcClient jdbc;
        private final LocalDate today;
        private final Map<String, Map<String, String>> households = new HashMap<>();
        private int persons;

        Storing(Givens givens, JdbcClient jdbc, LocalDate today) {
            this.givens = givens;
            this.jdbc = jdbc;
            this.today = today;
        }

        void store() {
            facts.stream().filter(fact -> !fact.startsWith("邻户")).forEach(fact -> {
                var parts = fact.split("=", 2);
                households.computeIfAbsent(parts[0].substring(0, 1), it -> new HashMap<>()).put(parts[0].substring(2), parts[1]);
            });
            households.keySet().stream().sorted().forEach(this::household);
            households.keySet().stream().sorted().forEach(this::movesIn);
            facts.stream().filter(fact -> fact.startsWith("邻户=")).forEach(fact -> neighbours(fact.substring(3).split("×")));
        }

        private void household(String household) {
            var its = households.get(household);
            var columns = new HashMap<String, Object>();
            columns.put("phone", null);
            columns.put("phone_digest", null);
            columns.put("data_year", year(its.getOrDefault("数据年度", "2023")));
            if (its.containsKey("退出")) {
                columns.putAll(Map.of("removed_on", its.get("退出"), "removal_reason", "4"));
            }
            if (its.containsKey("人均纯收入")) {
                columns.put("income_per_head", its.get("人均纯收入"));
            }
            givens.household(prefix() + household, village(its), columns);
            var members = new HashSet<>(Set.of("1"));
            its.keySet().stream().filter(key -> key.matches("\\d\\..*")).forEach(key -> members.add(key.substring(0, 1)));
            members.stream().sorted().forEach(member -> member(household, member, its));
            sheets(household, its);
        }

        private String village(Map<String, String> its) {
            return its.getOrDefault("县", "451481") + "2%04d%s".formatted(index, its.getOrDefault("村", "1"));
        }

        private int year(String written) {
            return written.equals("今年") ? today.getYear() : Integer.parseInt(written);
        }

        private void member(String household, String member, Map<String, String> its) {
            var number = person(household + member);
            var columns = new HashMap<String, Object>();
            its.forEach((key, value) -> {
                if (!key.startsWith(member + ".") || value.equals("无")) {
                    return;
                }
                switch (key.substring(2)) {
                    case "电话" -> columns.putAll(givens.phone(number, "139%06d%02d".formatted(index, value.charAt(0) - 'A')));
                    case "务工" -> columns.put("working", value.equals("是"));
                    case "务工时间" -> columns.put("work_months", Integer.valueOf(value));
                    case "死亡" -> columns.put("died_on", value);
                    default -> {
                    }
                }
            });
            givens.member(prefix() + household, number, "韦" + household + member, id(), member.equals("1") ? "01" : "99",
                    columns);
            if (its.containsKey(member + ".加入")) {
                jdbc.sql("update membership m join person p on p.id = m.person_id set m.joined_on = ? where p.number = ?")
                        .param(its.get(member + ".加入")).param(number).update();
            }
            if (its.containsKey(member + ".离开")) {
                leave(prefix() + household, number, its.get(member + ".离开").split("/"));
            }
        }

        private String id() {
            persons++;
            return Givens.residentId("4521%02d".formatted(index % 90 + 10), "19%02d%02d%02d".formatted(60 + index % 30,
                    1 + persons % 12, 1 + persons / 12), 1 + index / 90 * 2);
        }

        private void leave(String household, String person, String[] dayAndReason) {
            jdbc.sql("""
                    update membership m join person p on p.id = m.person_id join household h on h.id = m.household_id
                       set m.left_on = ?, m.leave_reason = ?
                     where p.number = ? and h.number = ?
                    """).param(day(dayAndReason[0])).param(dayAndReason[1]).param(person).param(household).update();
        }

        private LocalDate day(String written) {
            return written.endsWith("天前")
                    ? today.minusDays(Integer.parseInt(written.substring(0, written.length() - 2)))
                    : LocalDate.parse(written);
        }

        private void movesIn(String household) {
            var its = households.get(household);
            if (its.containsKey("迁入")) {
                jdbc.sql("""
                        insert into membership (household_id, person_id, relation, version, created_at, changed_at, changed_by, valid_from)
                        select h.id, p.id, '99', 1, now(6), now(6), 'given', '2024-01-01' from household h join person p on p.number = ?
                         where h.number = ?
                        """).param(person(its.get("迁入"))).param(prefix() + household).update();
            }
            if (its.containsKey("再离开")) {
                var parts = its.get("再离开").split("/", 2);
                leave(prefix() + household, person(parts[0]), parts[1].split("/"));
            }
        }

        private void sheets(String household, Map<String, String> its) {
            its.forEach((key, value) -> {
                if (key.startsWith("年末人口.")) {
                    sheet(household, year(key.substring(5)), Integer.valueOf(value));
                } else if (key.equals("年度")) {
                    Arrays.stream(value.split("\\+")).forEach(year -> sheet(household, year(year), null));
                }
            });
        }

        private void sheet(String household, int year, Integer members) {
            jdbc.sql("""
                    insert into household_year (household_id, year, year_members, net_income, version, created_at, changed_at, changed_by,
                           valid_from, recorded_from)
                    select id, ?, ?, 1000, 1, now(6), now(6), 'given', ?, now(6) from household where number = ?
                    """).param(year).param(members).param(LocalDate.of(year, 1, 1)).param(prefix() + household).update();
        }

        private void neighbours(String[] howManyAndIncome) {
            for (int i = 0; i < Integer.parseInt(howManyAndIncome[0]); i++) {
                households.put("N" + i, Map.of("人均纯收入", howManyAndIncome[1]));
                household("N" + i);
            }
        }
    }

    @Override
    public String toString() {
        return rule + " " + what + ": " + String.join("；", facts);
    }
}

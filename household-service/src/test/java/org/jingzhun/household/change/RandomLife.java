package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

import org.jingzhun.household.change.Action.Related;
import org.jingzhun.household.change.CorrectFields.Correction;
import org.jingzhun.household.change.RegisterModel.Thing;
import org.jingzhun.household.change.RegisterModel.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Deeds at random on a few households, forwards and backwards in time, and what each tells the model. */
final class RandomLife {

    private static final LocalDate FIRST = LocalDate.of(2013, 11, 1);
    private static final int DAYS = 4_400;
    private static final List<String> RELATIONS = List.of("03", "11", "21", "99");

    private final Random random;
    private final List<String> villages;
    private LocalDate latest = LocalDate.of(2016, 1, 1);

    RandomLife(Random random, List<String> villages) {
        this.random = random;
        this.villages = villages;
    }

    /** A deed, and what the model is told of it once it is in the register under these lines. */
    record Deed(Action action, BiConsumer<World, List<Line>> telling) {}

    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    Deed next(World now) {
        var on = random.nextInt(3) > 0 ? latest = forward() : day();
        var households = now.households.keySet().stream().sorted().toList();
        var household = one(households);
        var members = now.members(household);
        var person = members.isEmpty() ? "nobody" : one(members);
        return switch (random.nextInt(13)) {
            case 0 -> addHousehold(on);
            case 1 -> new Deed(new AddMember(household, on, "r", "e", newcomer("99", on)), this::tellNew);
            case 2 -> comeBack(now, household, on);
            case 3, 4 -> leave(household, on, person, members);
            case 5 -> removeHousehold(household, on, members);
            case 6 -> move(household, on);
            case 7 -> transfer(household, on, person, one(households), members);
            case 8 -> split(household, on, person, members);
            case 9 -> merge(household, on, one(households), now);
            case 10 -> head(household, on, person, members);
            case 11 -> type(household, on);
            default -> correct(household, on, person);
        };
    }

    private LocalDate forward() {
        var next = latest.plusDays(random.nextInt(200));
        return next.isAfter(FIRST.plusDays(DAYS)) ? latest : next;
    }

    private Deed addHousehold(LocalDate on) {
        var village = one(villages);
        return new Deed(new AddHousehold(on, "r", "e", village, null, List.of(newcomer("01", on), newcomer("03", on))),
                (world, lines) -> {
                    lines.stream().filter(line -> line.field().equals("village")).forEach(line -> {
                        var thing = new Thing(on);
                        thing.tell("village", on, village);
                        world.households.put(line.household(), thing);
                    });
                    tellNew(world, lines, on);
                });
    }

    private Deed comeBack(World now, String household, LocalDate on) {
        var person = now.free().isEmpty() ? "nobody" : one(now.free());
        return new Deed(new AddMember(household, on, "r", "e", new NewMember(person, "99", "06", null)),
                (world, lines) -> world.join(household, person, on, "99"));
    }

    private Deed leave(String household, LocalDate on, String person, List<String> members) {
        var death = random.nextBoolean();
        var relations = random.nextBoolean()
                ? List.<Related>of()
                : restated(members.stream().filter(it -> !it.equals(person)).toList());
        return new Deed(new RemoveMember(household, on, "r", "e", person, death ? "01" : "03", relations), (world, lines) -> {
            if (death) {
                world.persons.get(person).tell("died_on", on, on.toString());
            }
            world.leave(person, on);
            tell(world, relations, on);
        });
    }

    private Deed removeHousehold(String household, LocalDate on, List<String> members) {
        return new Deed(new RemoveHousehold(household, on, "r", "e", "4"), (world, lines) -> {
            members.forEach(member -> world.leave(member, on));
            removed(world, household, on, "4");
        });
    }

    private Deed move(String household, LocalDate on) {
        var village = one(villages);
        return new Deed(new MoveHousehold(household, on, "r", "e", village, null), (world, lines) -> {
            world.households.get(household).tell("village", on, village);
            world.households.get(household).tell("hamlet", on, null);
        });
    }

    private Deed transfer(String household, LocalDate on, String person, String to, List<String> members) {
        var relations = random.nextBoolean()
                ? List.<Related>of()
                : restated(members.stream().filter(it -> !it.equals(person)).toList());
        return new Deed(new TransferMember(household, on, "r", "e", person, to, "99", "02", "03", relations), (world, lines) -> {
            world.leave(person, on);
            world.join(to, person, on, "99");
            tell(world, relations, on);
        });
    }

    private Deed split(String household, LocalDate on, String person, List<String> members) {
        var relations = random.nextBoolean()
                ? List.<Related>of()
                : restated(members.stream().filter(it -> !it.equals(person)).toList());
        return new Deed(new SplitHousehold(household, on, "r", "e", List.of(new Related(person, "01")), null, relations),
                (world, lines) -> {
                    var number = lines.stream().filter(line -> line.field().equals("village")).findFirst().orElseThrow()
                            .household();
                    var old = world.households.get(household).on(on);
                    var thing = new Thing(on);
                    old.forEach((field, value) -> thing.tell(field, on, value));
                    world.households.put(number, thing);
                    world.leave(person, on);
                    world.join(number, person, on, "01");
                    tell(world, relations, on);
                });
    }

    private Deed merge(String household, LocalDate on, String merged, World now) {
        var members = now.members(merged).stream().map(it -> new Related(it, "99")).toList();
        return new Deed(new MergeHouseholds(household, on, "r", "e", merged, members), (world, lines) -> {
            members.forEach(it -> {
                world.leave(it.person(), on);
                world.join(household, it.person(), on, "99");
            });
            removed(world, merged, on, "3");
        });
    }

    private Deed head(String household, LocalDate on, String person, List<String> members) {
        var relations = members.stream().map(it -> new Related(it, it.equals(person) ? "01" : one(RELATIONS))).toList();
        return new Deed(new ChangeHead(household, on, "r", "e", relations), (world, lines) -> tell(world, relations, on));
    }

    private Deed type(String household, LocalDate on) {
        var type = String.valueOf(1 + random.nextInt(6));
        var kind = random.nextBoolean() ? null : String.valueOf(1 + random.nextInt(3));
        var values = new LinkedHashMap<String, JsonNode>();
        values.put("type", StringNode.valueOf(type));
        values.put("monitoredKind", kind == null ? JsonNodeFactory.instance.nullNode() : StringNode.valueOf(kind));
        return new Deed(new ChangeType(household, on, "r", "e", values), (world, lines) -> {
            world.households.get(household).tell("type", on, type);
            world.households.get(household).tell("monitored_kind", on, kind);
        });
    }

    private Deed correct(String household, LocalDate on, String person) {
        var hamlet = "屯" + random.nextInt(3);
        var name = "农" + random.nextInt(3);
        var phone = "1380013800" + random.nextInt(3);
        var relation = one(RELATIONS);
        var all = random.nextInt(4);
        var corrections = new ArrayList<>(List.of(new Correction(null, null, "hamlet", StringNode.valueOf(hamlet))));
        if (all > 0) {
            corrections.add(new Correction(person, null, "name", StringNode.valueOf(name)));
            corrections.add(new Correction(person, null, "phone", StringNode.valueOf(phone)));
        }
        if (all > 2) {
            corrections.add(new Correction(person, null, "relation", StringNode.valueOf(relation)));
        }
        return new Deed(new CorrectFields(household, on, "r", "e", corrections), (world, lines) -> {
            world.households.get(household).tell("hamlet", on, hamlet);
            if (all > 0) {
                world.persons.get(person).tell("name", on, name);
                world.persons.get(person).tell("phone", on, phone);
            }
            if (all > 2) {
                world.relate(person, on, relation);
            }
        });
    }

    private void tellNew(World world, List<Line> lines) {
        tellNew(world, lines,
                LocalDate.parse(lines.stream().filter(line -> line.field().equals("joinedOn")).findFirst().orElseThrow()
                        .newValue()));
    }

    private void tellNew(World world, List<Line> lines, LocalDate on) {
        lines.stream().filter(line -> line.field().equals("name")).forEach(line -> {
            var thing = new Thing(on);
            thing.tell("name", on, line.newValue());
            world.persons.put(line.person(), thing);
        });
        lines.stream().filter(line -> line.field().equals("relation"))
                .forEach(line -> world.join(line.household(), line.person(), on, line.newValue()));
    }

    private static void removed(World world, String household, LocalDate on, String reason) {
        world.households.get(household).tell("removed_on", on, on.toString());
        world.households.get(household).tell("removal_reason", on, reason);
    }

    private static void tell(World world, List<Related> relations, LocalDate on) {
        relations.forEach(it -> world.relate(it.person(), on, it.relation()));
    }

    /** One is the head, the others are something. */
    private List<Related> restated(List<String> members) {
        var related = new ArrayList<Related>();
        for (int i = 0; i < members.size(); i++) {
            related.add(new Related(members.get(i), i == 0 ? "01" : one(RELATIONS)));
        }
        return related;
    }

    private NewMember newcomer(String relation, LocalDate on) {
        var values = new LinkedHashMap<String, JsonNode>();
        Map.of("name", "黄新", "residentId", Family.id(String.valueOf(on.getYear() - 30)), "ethnicity", "08", "education", "3",
                "labour", "1")
                .forEach((field, value) -> values.put(field, StringNode.valueOf(value)));
        values.put("health", new ArrayNode(JsonNodeFactory.instance).add("1"));
        return new NewMember(null, relation, "10", values);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The household, its head, and a son, as they were given, in the model. */
    static void given(RegisterModel model, Family family, String village, Instant recorded, LocalDate since) {
        model.happened(recorded, world -> {
            var household = new Thing(since);
            household.tell("village", since, village);
            household.tell("type", since, "1");
            world.households.put(family.number, household);
            Map.of(family.head, "农大海", family.spouse, "梁美", family.son, "农小海").forEach((person, name) -> {
                var thing = new Thing(since);
                thing.tell("name", since, name);
                world.persons.put(person, thing);
            });
            world.persons.get(family.head).tell("phone", since, "13800138051");
            world.join(family.number, family.head, since, "01");
            world.join(family.number, family.spouse, since, "02");
            world.join(family.number, family.son, since, "03");
        });
    }
}

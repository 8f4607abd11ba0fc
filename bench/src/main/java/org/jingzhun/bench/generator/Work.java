package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where somebody works in a year, for whom and for how much 【务工】. Whoever works in the township may hold a public post. */
record Work(String area, String county, LocalDate started, LocalDate ended, int wage, String employer, String sector,
        String industry, String channel, @Nullable String publicPost, boolean organised) {

    private static final List<Sector> SECTORS = List.of(new Sector("制造业", "第二产业", "电子有限公司"),
            new Sector("建筑业", "第二产业", "建筑劳务有限公司"),
            new Sector("住宿和餐饮业", "第三产业", "餐饮服务有限公司"), new Sector("批发和零售业", "第三产业", "商贸有限公司"),
            new Sector("居民服务业", "第三产业", "家政服务有限公司"), new Sector("农林牧渔业", "第一产业", "农业发展有限公司"));
    private static final List<Place> FAR = List.of(new Place("广东省深圳市", "宝安区"), new Place("广东省东莞市", "东莞市"),
            new Place("广东省佛山市", "南海区"),
            new Place("浙江省宁波市", "鄞州区"), new Place("福建省泉州市", "晋江市"), new Place("江苏省苏州市", "昆山市"));
    private static final List<Place> GUANGXI = List.of(new Place("广西壮族自治区南宁市", "青秀区"), new Place("广西壮族自治区柳州市", "柳南区"),
            new Place("广西壮族自治区防城港市", "港口区"));
    private static final List<Place> SHANXI = List.of(new Place("山西省太原市", "小店区"), new Place("山西省晋中市", "榆次区"));
    private static final List<Place> GANSU = List.of(new Place("甘肃省兰州市", "城关区"), new Place("甘肃省嘉峪关市", "嘉峪关市"));
    private static final String FIRMS = "华远宏达恒信鑫源永盛嘉禾创新兴业";
    private static final List<String> POSTS = List.of("保洁员", "护路员", "护水员", "生态护林员");

    private record Sector(String name, String industry, String firm) {}

    private record Place(String city, String county) {}

    /** Null where nobody works. */
    static @Nullable Work of(Person person, Situation situation, Divisions.Village village, int year) {
        if (situation.workPlace() == null) {
            return null;
        }
        var dice = new Dice(Long.parseLong(person.number()), year, 43);
        var started = situation.workMonths() == 12
                ? LocalDate.of(year, 1, 1)
                : LocalDate.of(year, dice.between(1, 13 - situation.workMonths()), 1);
        var ended = started.plusMonths(situation.workMonths()).minusDays(1);
        var place = place(situation.workPlace(), village, dice);
        var near = situation.workPlace().equals(Situation.NEAR);
        if (near && dice.chance(0.3)) {
            return new Work(place.city, place.county, started, ended, dice.between(80, 120) * 10, village.name() + "村民委员会",
                    "公共管理",
                    "第三产业", "公益性岗位", dice.one(POSTS), false);
        }
        var sector = dice.one(SECTORS);
        var firm = (near ? village.township() : place.county) + dice.character(FIRMS) + dice.character(FIRMS) + sector.firm;
        var wage = dice.between(near ? 180 : 260, near ? 320 : 620) * 10;
        var away = !near && !situation.workPlace().equals(Situation.COUNTY);
        var channel = new Weighted<String>().with("亲友介绍", 40).with("自主就业", 40).with(away ? "政府组织劳务输出" : "帮扶车间", 20).thrown(dice);
        return new Work(place.city, place.county, started, ended, wage, firm, sector.name, sector.industry, channel, null,
                away && channel.startsWith("政府"));
    }

    private static Place place(String how, Divisions.Village village, Dice dice) {
        return switch (how) {
            case Situation.NEAR -> new Place(village.county() + village.township(), village.county());
            case Situation.COUNTY -> new Place(village.county(), village.county());
            case Situation.PROVINCE ->
                dice.one(village.code().startsWith("45") ? GUANGXI : village.code().startsWith("14") ? SHANXI : GANSU);
            default -> dice.one(FAR);
        };
    }
}

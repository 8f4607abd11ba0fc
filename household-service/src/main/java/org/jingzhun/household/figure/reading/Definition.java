package org.jingzhun.household.figure.reading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts, in both languages.
 *
 * @param sensitive whether small cells are hidden from who may not read what is sensitive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FigureDefinition")
record Definition(String name, String title, String titleZh, String counts, String countsZh, String numerator,
        @Nullable String denominator, String baseDate, String source, boolean byType, boolean sensitive, String records) {

    private static final String REGISTER = "register of households and persons, as of a day and as known on a day";
    private static final String AS_OF = "any day (asOf), as known on any day (knownAt)";
    private static final String PATH = "/api/household/v1/figures/";

    static final List<Definition> ALL = List.of(
            of("register", "Register", "在册户数人数", "households that are not removed, and who lives in them",
                    "未销户的农户及其在户成员", true, false),
            of("type", "By household type", "按户类型", "households and persons by the type of the household", "按户类型统计户数和人数", false,
                    false),
            of("poor", "Stock of the poor", "贫困存量",
                    "households whose exit state is not escaped, about to exit, or returned; where it is not known their type, then their kind tells",
                    "脱贫属性为未脱贫、预脱贫、返贫的户；属性不明的依次按户类型、贫困户属性认定", false, false),
            of("exit-state", "By exit state", "按脱贫属性", "households and persons by the exit state of the household",
                    "按户的脱贫属性统计户数和人数",
                    true, false),
            of("main-cause", "By main cause", "按主要致贫原因", "households and persons by the main cause of the household",
                    "按户的主要致贫原因统计户数和人数", true, true),
            of("age", "By age", "按年龄段", "persons by completed years on the day, in bands", "按时点周岁分年龄段统计人数", false, false),
            of("labour", "By ability to work", "按劳动能力", "persons by ability to work, and households with any such person",
                    "按劳动能力统计人数及有该类成员的户数", true, false),
            of("health", "By health", "按健康状况",
                    "persons by each value of their health, and households with any such person; who has two values counts under both, so cells add up to more than the persons",
                    "按健康状况的每个值统计；有两个值的人在两处都计入，各项之和可大于总人数", true, true),
            of("education", "By education", "按文化程度", "persons by education, and households with any such person",
                    "按文化程度统计人数及有该类成员的户数", true, false),
            new Definition("flows", "Movements of the poor", "贫困人口增减",
                    "opening, newly identified, returned, exits, natural change, moved, removed, corrected, other; they add up to the closing; a move within the area counts on both sides",
                    "年初、新识别、返贫、脱贫、自然增减、转入转出、识别不准、更正、其他，合计为年末；区域内迁移两边都计",
                    "households and persons that came into the stock of the poor or left it, by reason", null,
                    "a year, as known on any day",
                    REGISTER, false, false, PATH + "flows/records"),
            new Definition("incidence", "Incidence of poverty", "贫困发生率", "poor persons among the rural population of a year",
                    "年末贫困人口占农村户籍人口的比例", "persons in the stock of the poor on 31 December, today in the present year",
                    "rural population of the division and year, as entered by officers with its source; without one there is no rate",
                    "31 December of the year, or today", REGISTER + "; rural population", false, false, PATH + "poor/records"));

    private static Definition of(String name, String title, String titleZh, String counts, String countsZh, boolean byType,
            boolean sensitive) {
        return new Definition(name, title, titleZh, counts, countsZh, counts, null, AS_OF, REGISTER, byType, sensitive,
                PATH + name + "/records");
    }
}

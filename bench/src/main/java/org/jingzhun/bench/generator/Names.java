package org.jingzhun.bench.generator;

/**
 * Plausible names 【姓名】. Surnames by frequency, with the mix of the Zhuang country where the county lies in Guangxi; given names by the taste of the
 * generation. No real person is meant.
 */
final class Names {

    private static final String ZHUANG_COUNTRY = "黄农陆梁李覃韦赵何苏马卢凌蒙莫许周邓林潘谢罗岑闭隆冯零甘廖王张陈刘杨吴曾";
    private static final String NORTH = "王李张刘陈杨赵郭高武任马吴韩孙贾冯白宋杜薛温曹段田郝侯范康梁阎牛胡常";

    private final Weighted<String> surnames = new Weighted<>();

    Names(String county) {
        var order = county.startsWith("45") ? ZHUANG_COUNTRY : NORTH;
        for (var i = 0; i < order.length(); i++) {
            surnames.with(order.substring(i, i + 1), 1.0 / (i + 2)); // the usual shape: few very common ones, a long tail
        }
    }

    String surname(Dice dice) {
        return surnames.thrown(dice);
    }

    String given(Sex sex, int birthYear, Dice dice) {
        var taste = sex == Sex.MALE ? Taste.man(birthYear) : Taste.woman(birthYear);
        var second = dice.character(taste.last);
        return dice.chance(taste.single) ? second : dice.character(taste.first) + second;
    }

    private enum Taste {

        MEN_OLD("国德建文振永正家世光", "才福贵荣明生华昌祥兴义忠", 0.06), //
        MEN_PLAN("建国志卫文永绍日汉海", "军强平伟华东明林民勇兵新", 0.12), //
        MEN_REFORM("志海晓永文小俊振家春", "强勇伟杰辉鹏飞龙斌锋波超", 0.28), //
        MEN_NEW("子浩宇俊家嘉文承梓思", "轩豪宇杰涛然睿博航熙翔铭", 0.10), //
        WOMEN_OLD("秀玉美桂月凤兰金彩春", "英兰珍花芬莲妹凤香娥芳梅", 0.08), //
        WOMEN_PLAN("秀丽美桂小爱玉红春月", "英芳玲梅丽琴娟萍珍香红莲", 0.10), //
        WOMEN_REFORM("丽小春晓海艳雪美秋玉", "婷丹燕玲霞静娟敏艳萍娜妮", 0.22), //
        WOMEN_NEW("梓雨诗思欣佳嘉语心子", "涵萱怡琪彤妍瑶悦婷淇颖洁", 0.08);

        final String first;
        final String last;
        final double single;

        Taste(String first, String last, double single) {
            this.first = first;
            this.last = last;
            this.single = single;
        }

        static Taste man(int birthYear) {
            return birthYear < 1955 ? MEN_OLD : birthYear < 1978 ? MEN_PLAN : birthYear < 2000 ? MEN_REFORM : MEN_NEW;
        }

        static Taste woman(int birthYear) {
            return birthYear < 1955 ? WOMEN_OLD : birthYear < 1978 ? WOMEN_PLAN : birthYear < 2000 ? WOMEN_REFORM : WOMEN_NEW;
        }
    }
}

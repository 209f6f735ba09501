package ca.vitaravox.vapi.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-09-14");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-15                 | 2026-09-15
            2026-9-5                   | 2026-09-05
            2026/09/15                 | 2026-09-15
            2026-09-15T09:30:00-07:00  | 2026-09-15
            today                      | 2026-09-14
            Today                      | 2026-09-14
            this afternoon             | 2026-09-14
            as soon as possible        | 2026-09-14
            tomorrow                   | 2026-09-15
            Tomorrow morning           | 2026-09-15
            the day after tomorrow     | 2026-09-16
            yesterday                  | 2026-09-13
            in 3 days                  | 2026-09-17
            in three days              | 2026-09-17
            in a week                  | 2026-09-21
            in two weeks               | 2026-09-28
            in 2 weeks' time           | 2026-09-28
            a couple of weeks from now | 2026-09-28
            in a month                 | 2026-10-14
            next week                  | 2026-09-21
            next month                 | 2026-10-01
            Monday                     | 2026-09-21
            Tuesday                    | 2026-09-15
            on Tuesday                 | 2026-09-15
            this Tuesday               | 2026-09-15
            Tuesday afternoon          | 2026-09-15
            tues                       | 2026-09-15
            Sunday                     | 2026-09-20
            next Tuesday               | 2026-09-22
            next Sunday                | 2026-09-27
            next Monday                | 2026-09-21
            Tuesday of next week       | 2026-09-22
            September 15               | 2026-09-15
            Sept. 15th                 | 2026-09-15
            Tuesday, September 15      | 2026-09-15
            the 15th of September      | 2026-09-15
            September 13               | 2026-09-13
            September 12               | 2027-09-12
            January 5                  | 2027-01-05
            January 5, 2028            | 2028-01-05
            """)
    void english_words_name_their_day(String said, LocalDate meant) {
        assertEquals(Optional.of(meant), DateWords.day(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aujourd’hui                  | 2026-09-14
            aujourd''hui                 | 2026-09-14
            demain                       | 2026-09-15
            demain matin                 | 2026-09-15
            après-demain                 | 2026-09-16
            Après demain                 | 2026-09-16
            hier                         | 2026-09-13
            dans trois jours             | 2026-09-17
            dans 3 jours                 | 2026-09-17
            dans une semaine             | 2026-09-21
            dans deux semaines           | 2026-09-28
            dans quinze jours            | 2026-09-28
            dans 15 jours                | 2026-09-29
            dans un mois                 | 2026-10-14
            la semaine prochaine         | 2026-09-21
            le mois prochain             | 2026-10-01
            lundi                        | 2026-09-21
            mardi                        | 2026-09-15
            mardi prochain               | 2026-09-15
            ce mardi                     | 2026-09-15
            le prochain mardi            | 2026-09-15
            mardi de la semaine prochaine| 2026-09-22
            dimanche                     | 2026-09-20
            le 15 septembre              | 2026-09-15
            mardi 15 septembre           | 2026-09-15
            1er octobre                  | 2026-10-01
            3 févr. 2027                 | 2027-02-03
            """)
    void french_words_name_their_day(String said, LocalDate meant) {
        assertEquals(Optional.of(meant), DateWords.day(said.replace("''", "'"), TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            今天      | 2026-09-14
            明天      | 2026-09-15
            明天上午  | 2026-09-15
            后天      | 2026-09-16
            後天      | 2026-09-16
            大后天    | 2026-09-17
            昨天      | 2026-09-13
            三天后    | 2026-09-17
            3天后     | 2026-09-17
            两周后    | 2026-09-28
            两个星期后| 2026-09-28
            过十二天  | 2026-09-26
            一个月后  | 2026-10-14
            星期一    | 2026-09-21
            星期二    | 2026-09-15
            周二      | 2026-09-15
            礼拜二    | 2026-09-15
            週二      | 2026-09-15
            周二下午  | 2026-09-15
            星期天    | 2026-09-20
            周日      | 2026-09-20
            本周五    | 2026-09-18
            这周五    | 2026-09-18
            下周二    | 2026-09-22
            下星期二  | 2026-09-22
            下个星期二| 2026-09-22
            下週二    | 2026-09-22
            下周日    | 2026-09-27
            下下周二  | 2026-09-29
            下周      | 2026-09-21
            下个月    | 2026-10-01
            9月15日   | 2026-09-15
            九月十五号| 2026-09-15
            9月15日星期二 | 2026-09-15
            2027年1月5日  | 2027-01-05
            １０月１日    | 2026-10-01
            """)
    void chinese_words_name_their_day(String said, LocalDate meant) {
        assertEquals(Optional.of(meant), DateWords.day(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # today   | said         | meant       : the last week of a year, leap days, Sundays
            2026-12-31| tomorrow     | 2027-01-01
            2026-12-28| next Tuesday | 2027-01-05
            2026-12-31| Thursday     | 2027-01-07
            2027-01-01| 下周二        | 2027-01-05
            2026-12-27| next Monday  | 2026-12-28
            2026-12-27| 下周日        | 2027-01-03
            2026-12-15| January 5    | 2027-01-05
            2027-01-01| December 31  | 2026-12-31
            2027-02-28| tomorrow     | 2027-03-01
            2028-02-28| demain       | 2028-02-29
            2027-01-31| in a month   | 2027-02-28
            2026-09-14| February 29  | 2028-02-29
            2026-09-20| Sunday       | 2026-09-27
            2026-09-20| next Sunday  | 2026-09-27
            2026-09-16| 本周一        | 2026-09-14
            2026-03-07| demain       | 2026-03-08
            2026-10-31| tomorrow     | 2026-11-01
            2026-11-01| in a week    | 2026-11-08
            """)
    void days_are_counted_over_the_ends_of_weeks_months_and_years(LocalDate today, String said, LocalDate meant) {
        assertEquals(Optional.of(meant), DateWords.day(said, today));
    }

    @Test
    void tomorrow_is_one_day_on_also_where_the_clocks_change() {
        // half past eleven in the evening before Toronto puts its clocks forward, and 24 hours later
        ZoneId toronto = ZoneId.of("America/Toronto");
        LocalDate today = Instant.parse("2026-03-08T04:30:00Z").atZone(toronto).toLocalDate();
        assertEquals(Optional.of(LocalDate.parse("2026-03-08")), DateWords.day("tomorrow", today));
        LocalDate dayAfter =
                Instant.parse("2026-03-09T04:30:00Z").atZone(toronto).toLocalDate();
        assertEquals(Optional.of(LocalDate.parse("2026-03-10")), DateWords.day("tomorrow", dayAfter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            soonish
            2026-02-30
            2026-13-01
            32 mars
            September 31
            in many weeks
            in days
            next
            tomorrow is fine but could we also talk about my knee, which has been hurting for quite some weeks now
            13月1日
            09/10/2026
            """)
    void words_that_name_no_day_are_not_guessed_at(String said) {
        assertEquals(Optional.empty(), DateWords.day(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1985-03-15
            1985-3-15
            1985/03/15
            19850315
            1985-03-15T00:00:00.000Z
            March 15 1985
            March 15, 1985
            march 15th, 1985
            Mar 15 1985
            15 March 1985
            the 15th of March 1985
            15 mars 1985
            le 15 mars 1985
            15 MARS, 1985
            1985年3月15日
            1985 年 3 月 15 日
            一九八五年三月十五日
            15/03/1985
            03/15/1985
            15/03/85
            03-15-85
            March 15 85
            March 15th, '85
            15 mars 85
            85年3月15日
            八五年三月十五日
            March fifteenth nineteen eighty-five
            March fifteenth, nineteen eighty five
            the fifteenth of March nineteen eighty-five
            fifteen March nineteen eighty five
            March fifteen nineteen eighty-five
            March 15 nineteen eighty-five
            March fifteenth 1985
            quinze mars mille neuf cent quatre-vingt-cinq
            le quinze mars dix-neuf cent quatre-vingt-cinq
            le quinze mars quatre-vingt-cinq
            quinze, trois, quatre-vingt-cinq
            le 15 du mois de mars 1985
            three fifteen eighty-five
            three fifteen nineteen eighty-five
            oh three, fifteen, nineteen eighty-five
            nineteen eighty-five, oh three, fifteen
            March 15th of 1985
            the fifteenth day of March, nineteen eighty-five
            March fifteenth eighty-five
            一千九百八十五年三月十五日
            一九八五年三月十五号
            85年三月十五
            15 3 1985
            15 mars mille neuf cent quatre-vingt-cinq
            """)
    void a_date_of_birth_is_read_as_it_is_said(String said) {
        assertEquals(Optional.of(LocalDate.parse("1985-03-15")), DateWords.birthDate(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            March 15
            15 mars
            3月15日
            04/03/1985
            1985
            March 15 15
            03/04/85
            15/03/26
            26年3月15日
            March nineteen eighty-five
            four three nineteen eighty-five
            quatre, trois, quatre-vingt-cinq
            三月十五号
            nineteen eighty-five
            mille neuf cent quatre-vingt-cinq
            1985-02-29
            tomorrow
            Tuesday
            00000000
            """)
    void a_date_of_birth_that_could_be_another_is_not_guessed_at(String said) {
        assertEquals(Optional.empty(), DateWords.birthDate(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            July second two thousand sixteen                  | 2016-07-02
            July second, two thousand and sixteen             | 2016-07-02
            July 2nd twenty sixteen                           | 2016-07-02
            December twenty-fifth nineteen fifty-eight        | 1958-12-25
            January first two thousand                        | 2000-01-01
            May thirtieth nineteen oh nine                    | 1909-05-30
            May thirty-first nineteen ninety                  | 1990-05-31
            March twenty two thousand one                     | 2001-03-20
            March twenty nineteen eighty five                 | 1985-03-20
            August twentieth twenty twenty four               | 2024-08-20
            le premier janvier deux mille                     | 2000-01-01
            vingt et un juin mille neuf cent soixante et onze | 1971-06-21
            trente novembre mille neuf cent soixante-douze    | 1972-11-30
            le neuf septembre mille neuf cent soixante-huit   | 1968-09-09
            deux juillet deux mille seize                     | 2016-07-02
            le dix-sept aout mille neuf cent quatre-vingt-dix-neuf | 1999-08-17
            27年3月15日                                        | 1927-03-15
            two thousand five, July second                    |
            July second twenty oh five                        | 2005-07-02
            July second two thousand oh five                  | 2005-07-02
            premier avril deux mille un                       | 2001-04-01
            le douze mai mille neuf cent quatre-vingt-dix-sept | 1997-05-12
            le douze mai mille neuf cent nonante-sept         | 1997-05-12
            le vingt et un mars soixante-douze                | 1972-03-21
            两千零五年十二月三十一号                             | 2005-12-31
            二〇一六年七月二日                                   | 2016-07-02
            两千年一月一日                                      | 2000-01-01
            九七年五月十二日                                    | 1997-05-12
            """)
    void numbers_in_words_are_read(String said, LocalDate meant) {
        assertEquals(Optional.ofNullable(meant), DateWords.birthDate(said, TODAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9876 543 217               | 9876 543 217
            nine eight seven six       | 9876
            Nine, eight, double seven  | 9877
            triple five oh one         | 55501
            neuf huit sept             | 987
            九八七 六五                  | 98765
            98 seven A B               | 987ab
            AB-1234567                 | AB-1234567
            sixty-four twelve          | 6412
            six oh four, five fifty-five, oh one forty-three | 6045550143
            six hundred and four, five five five, twelve twelve | 6045551212
            six-oh-four, triple five, double oh seven nine | 6045550079
            one eight hundred five five five zero one four three | 18005550143
            five twelve five five five nineteen ninety | 5125551990
            nine one two three and then four five | 912345
            double five                | 55
            treble nought              | 000
            two thousand five          | 2005
            soixante-quatre douze      | 6412
            soixante-douze             | 72
            soixante douze             | 72
            soixante et onze           | 71
            soixante-dix soixante et un | 7061
            quatre-vingt-dix-sept      | 97
            quatre vingt dix sept      | 97
            quatre-vingts              | 80
            quatre-vingt-un            | 81
            quatre, vingt-deux         | 422
            vingt-quatre vingt-deux    | 2422
            dix-sept dix-huit dix-neuf | 171819
            septante-deux nonante-sept | 7297
            cinq cent quatorze, cinq cent cinquante-cinq, zéro un quarante-trois | 5145550143
            cinq cent quatorze cinq cent cinquante-cinq zéro un quarante-trois   | 5145550143
            six cent quatre cinq cent cinquante-cinq douze douze                 | 6045551212
            huit cent cinq cinq cinq zéro un quarante-trois                      | 8005550143
            double cinq, triple zéro   | 55000
            cent un mille deux cents   | 1011200
            六零四 五五五 零一四三       | 6045550143
            九十七                      | 97
            幺三八 两个五 三个零         | 13855000
            九千一百零二                 | 9102
            tremblay                   | tremblay
            TREM fifty-eight twelve    | trem5812
            """)
    void digits_are_read_as_they_are_said(String said, String digits) {
        assertEquals(digits, SpokenDigits.of(said));
    }

    @Test
    void figures_that_read_the_same_both_ways_are_one_date() {
        assertEquals(Optional.of(LocalDate.parse("1985-03-03")), DateWords.birthDate("03/03/1985", TODAY));
    }
}

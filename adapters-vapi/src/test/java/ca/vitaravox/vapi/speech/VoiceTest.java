package ca.vitaravox.vapi.speech;

import static ca.vitaravox.ports.clinic.Language.CHINESE;
import static ca.vitaravox.ports.clinic.Language.ENGLISH;
import static ca.vitaravox.ports.clinic.Language.FRENCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.clinic.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | 2026-09-15T09:30 | Tuesday, September 15 at 9:30 AM
            ENGLISH | 2026-09-15T09:05 | Tuesday, September 15 at 9:05 AM
            ENGLISH | 2026-09-15T09:00 | Tuesday, September 15 at 9:00 AM
            ENGLISH | 2026-09-15T12:00 | Tuesday, September 15 at 12:00 PM
            ENGLISH | 2026-09-15T00:15 | Tuesday, September 15 at 12:15 AM
            ENGLISH | 2027-01-01T17:45 | Friday, January 1 at 5:45 PM
            FRENCH  | 2026-09-15T09:30 | mardi 15 septembre à 9 h 30
            FRENCH  | 2026-09-15T09:05 | mardi 15 septembre à 9 h 05
            FRENCH  | 2026-09-15T14:00 | mardi 15 septembre à 14 h
            FRENCH  | 2027-01-01T17:45 | vendredi 1er janvier à 17 h 45
            FRENCH  | 2026-08-02T00:30 | dimanche 2 août à 0 h 30
            CHINESE | 2026-09-15T09:30 | 九月十五日星期二上午九点半
            CHINESE | 2026-09-15T09:05 | 九月十五日星期二上午九点零五分
            CHINESE | 2026-09-15T14:00 | 九月十五日星期二下午两点
            CHINESE | 2026-09-15T12:30 | 九月十五日星期二中午十二点半
            CHINESE | 2026-09-20T18:15 | 九月二十日星期日晚上六点十五分
            CHINESE | 2026-12-31T11:40 | 十二月三十一日星期四上午十一点四十分
            CHINESE | 2026-03-05T00:10 | 三月五日星期四凌晨零点十分
            CHINESE | 2026-03-05T05:59 | 三月五日星期四凌晨五点五十九分
            CHINESE | 2026-03-05T06:00 | 三月五日星期四上午六点
            CHINESE | 2026-03-05T17:59 | 三月五日星期四下午五点五十九分
            """)
    void a_moment_is_said_as_the_language_says_it(Language language, LocalDateTime when, String said) {
        assertEquals(said, Voice.of(language).moment(when.atZone(ZoneId.of("America/Vancouver"))));
    }

    @Test
    void a_moment_is_said_by_the_clocks_of_its_own_zone() {
        ZonedDateTime inEdmonton = ZonedDateTime.parse("2026-07-01T16:30:00Z").withZoneSameInstant(ZoneId.of("-06:00"));
        assertEquals("Wednesday, July 1 at 10:30 AM", Voice.of(ENGLISH).moment(inEdmonton));
    }

    @Test
    void the_year_is_said_where_it_is_wanted() {
        ZonedDateTime when = ZonedDateTime.parse("2025-09-15T09:30:00-07:00");
        assertEquals("Monday, September 15, 2025 at 9:30 AM", Voice.of(ENGLISH).momentWithYear(when));
        assertEquals("lundi 15 septembre 2025 à 9 h 30", Voice.of(FRENCH).momentWithYear(when));
        assertEquals("二零二五年九月十五日星期一上午九点半", Voice.of(CHINESE).momentWithYear(when));
    }

    @Test
    void a_day_is_said_without_its_time() {
        LocalDate day = LocalDate.parse("2026-09-01");
        assertEquals("Tuesday, September 1", Voice.of(ENGLISH).day(day));
        assertEquals("mardi 1er septembre", Voice.of(FRENCH).day(day));
        assertEquals("九月一日星期二", Voice.of(CHINESE).day(day));
    }

    @Test
    void a_choice_is_joined_as_the_language_joins_it() {
        List<String> names = List.of("Wexford", "Sethi", "Tanaka");
        assertEquals("Wexford, Sethi, or Tanaka", Voice.of(ENGLISH).either(names));
        assertEquals("Wexford, Sethi ou Tanaka", Voice.of(FRENCH).either(names));
        assertEquals("Wexford、Sethi或Tanaka", Voice.of(CHINESE).either(names));
    }

    @Test
    void a_sentence_counts_as_the_language_counts() {
        Voice english = Voice.of(ENGLISH);
        assertEquals("The first opening is noon. Would that work for you?", english.say(Phrase.OPENINGS, "noon", 0));
        assertEquals(
                "The first opening is noon. I have one other time as well. Would that work for you?",
                english.say(Phrase.OPENINGS, "noon", 1));
        assertEquals(
                "Le premier rendez-vous possible est le midi. J’ai aussi 2 autres possibilités. Est-ce que cela vous convient?",
                Voice.of(FRENCH).say(Phrase.OPENINGS, "midi", 2));
        assertEquals("最早的空位是中午。另外还有两个时间。这个时间可以吗？", Voice.of(CHINESE).say(Phrase.OPENINGS, "中午", 2));
    }

    @Test
    void few_things_are_counted_as_people_count_them() {
        Voice chinese = Voice.of(CHINESE);
        assertEquals("最早的空位是中午。这个时间可以吗？", chinese.say(Phrase.OPENINGS, "中午", 0));
        assertEquals("最早的空位是中午。另外还有一个时间。这个时间可以吗？", chinese.say(Phrase.OPENINGS, "中午", 1));
        assertEquals("已经有一个预约了，这是电话可以提前预约的上限。", chinese.say(Phrase.LIMIT_IS, 1));
        assertEquals("已经有两个预约了，这是电话可以提前预约的上限。", chinese.say(Phrase.LIMIT_IS, 2));
        assertEquals("已经有3个预约了，这是电话可以提前预约的上限。", chinese.say(Phrase.LIMIT_IS, 3));
        assertEquals(
                "Il y a déjà un rendez-vous à venir, et on ne peut en prendre qu’un à l’avance par téléphone.",
                Voice.of(FRENCH).say(Phrase.LIMIT_IS, 1));
    }

    @Test
    void what_a_name_is_made_of_is_said_as_it_is() {
        String odd = "Doctor {0} O'Brien '{' #";
        assertEquals("You can book with " + odd + ".", Voice.of(ENGLISH).say(Phrase.PROVIDERS, odd));
    }

    @Test
    void a_sentence_wants_all_it_is_about() {
        assertThrows(IllegalArgumentException.class, () -> Voice.of(ENGLISH).say(Phrase.BOOKED));
        assertThrows(IllegalArgumentException.class, () -> Voice.of(ENGLISH).say(Phrase.GOODBYE, "more"));
    }

    @Test
    void many_may_speak_at_once() {
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 5_000).parallel().forEach(i -> {
            int others = i % 900 + 2;
            String said = Voice.of(ENGLISH).say(Phrase.OPENINGS, "n" + i, others);
            if (!said.startsWith("The first opening is n" + i + ". I have " + others + " other times as well.")) {
                wrong.add(said);
            }
        });
        assertEquals(List.of(), List.copyOf(wrong));
    }
}

package ca.vitaravox.server.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.patient.PatientName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Three hundred names as speech-to-text writes them down, against names on charts. */
class NamesAsHeardTest {
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1940, 1, 1);
    private static final long SEED = 20260915;

    private final HeardNames names = new HeardNames(new PhoneticNames());
    private final List<Pair> pairs = read();

    private record Pair(PatientName heard, PatientName chart, boolean same) {
        static Pair of(String line) {
            String[] parts = line.split(",");
            return new Pair(
                    new PatientName(parts[0], parts[1]), new PatientName(parts[2], parts[3]), parts[4].equals("same"));
        }

        String text() {
            return heard.first() + " " + heard.last() + " / " + chart.first() + " " + chart.last();
        }
    }

    private static List<Pair> read() {
        try (InputStream file = NamesAsHeardTest.class.getResourceAsStream("names.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of)
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Pair> those(boolean same) {
        return pairs.stream().filter(pair -> pair.same == same).toList();
    }

    @Test
    void there_are_three_hundred_pairs_half_of_them_of_other_people() {
        assertTrue(those(true).size() >= 150);
        assertTrue(those(false).size() >= 150);
        assertEquals(pairs.size(), new HashSet<>(pairs).size());
    }

    @Test
    void at_least_97_of_100_names_are_recognised() {
        List<String> missed = those(true).stream()
                .filter(pair -> !names.same(pair.heard, pair.chart))
                .map(Pair::text)
                .toList();
        assertTrue(missed.size() <= those(true).size() * 0.03, missed.size() + " missed: " + missed);
    }

    /** A third of them differ by a letter or two; it is the date of birth that tells such people apart. */
    @Test
    void by_name_alone_other_people_are_mistaken_at_most_once_in_ten() {
        List<String> mistaken = those(false).stream()
                .filter(pair -> names.same(pair.heard, pair.chart))
                .map(Pair::text)
                .toList();
        assertTrue(mistaken.size() <= those(false).size() * 0.1, mistaken.size() + " mistaken: " + mistaken);
    }

    /** Everybody of the file is on file, each with a birthday of their own. */
    @Test
    void once_the_date_of_birth_is_checked_nobody_is_taken_for_somebody_else() {
        LookupDesk desk = new LookupDesk();
        for (int i = 0; i < pairs.size(); i++) {
            desk.onFile(i, pairs.get(i).chart, born(i));
        }
        int found = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (pair.same) {
                found += desk.finds(pair.heard, born(i)).equals(Optional.of(i)) ? 1 : 0;
            } else {
                LocalDate own = born(pairs.size() + i);
                assertEquals(Optional.empty(), desk.finds(pair.heard, own), pair.text());
            }
        }
        assertTrue(found >= those(true).size() * 0.97, found + " found");
    }

    /** Every name with every birthday on file that is not its own: found is only who is called so, too. */
    @Test
    void a_birthday_with_somebody_elses_name_finds_nobody() {
        LookupDesk desk = new LookupDesk();
        for (int i = 0; i < pairs.size(); i++) {
            desk.onFile(i, pairs.get(i).chart, born(i));
        }
        Random random = new Random(SEED);
        for (int guess = 0; guess < 2_000; guess++) {
            PatientName heard = pairs.get(random.nextInt(pairs.size())).heard;
            int day = random.nextInt(pairs.size());
            boolean calledSo = names.same(heard, pairs.get(day).chart);
            assertEquals(calledSo, desk.finds(heard, born(day)).isPresent(), "seed " + SEED + ", guess " + guess);
        }
    }

    private static LocalDate born(int number) {
        return FIRST_BIRTHDAY.plusDays(number * 31L);
    }
}

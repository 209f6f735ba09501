package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.said;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.Sex;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same probes, by somebody who does not know Katherine MacLeod's date of birth or health number, at two clinics that
 * differ in her having a chart: every answer is the same, and so is the work done for it.
 */
class EnumerationTest {
    private static final int SEQUENCES = 40;
    private static final int PROBES = 60;
    private static final List<String> FIRST =
            List.of("Katherine", "Cathryn", "KATHERINE", "Kate", "Kathryn", "Zoe", "MacLeod", "Ann");
    private static final List<String> LAST = List.of("MacLeod", "McLeod", "Mcleod", "Katherine", "Other", "Mac Leod");

    /** One probe: a call, a caller, and what is said. */
    private record Probe(
            String call, Optional<PhoneNumber> caller, String first, String last, String born, String health) {
        static Probe random(Random random) {
            LocalDate born;
            do {
                born = LocalDate.of(1972, 11, 1).plusDays(random.nextInt(60));
            } while (born.equals(LocalDate.parse(KATHERINE_BORN)));
            boolean byDate = random.nextInt(4) > 0;
            return new Probe(
                    "call" + random.nextInt(20),
                    random.nextInt(3) == 0 ? Optional.empty() : stranger(random.nextInt(6)),
                    FIRST.get(random.nextInt(FIRST.size())),
                    LAST.get(random.nextInt(LAST.size())),
                    byDate ? born.toString() : null,
                    byDate && random.nextBoolean() ? null : "AB-765432" + random.nextInt(10));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260915})
    void names_with_wrong_second_factors_tell_nothing(long seed) {
        assertTellsNothing(
                seed,
                (asking, probe) -> asking.byName(
                        probe.call, probe.caller, named(probe.first, probe.last, probe.born, probe.health)));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20260916})
    void claimed_numbers_with_wrong_second_factors_tell_nothing(long seed) {
        assertTellsNothing(seed, (asking, probe) -> {
            PhoneNumber claimed = probe.last.equals("Other") ? stranger(99).orElseThrow() : KATHERINES_PHONE;
            return asking.byPhone(probe.call, probe.caller, said(claimed, probe.first, probe.born, probe.health));
        });
    }

    private static void assertTellsNothing(long seed, BiFunction<Asking, Probe, LookupResult> ask) {
        Random random = new Random(seed);
        boolean closed = false;
        boolean open = false;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Reception with = new Reception();
            Reception without = new Reception();
            without.emr.deactivate(CLINIC, KATHERINE);
            for (int i = 0; i < PROBES; i++) {
                Probe probe = Probe.random(random);
                Duration pause = Duration.ofMinutes(random.nextInt(40));
                String where = "seed " + seed + ", sequence " + sequence + ", probe " + i;
                LookupResult one = ask.apply(new Asking(with), probe);
                LookupResult other = ask.apply(new Asking(without), probe);
                assertEquals(other, one, where);
                assertEquals(work(without), work(with), where);
                closed |= one instanceof LookupResult.TooManyAttempts;
                open |= one instanceof LookupResult.NotFound;
                with.pass(pause);
                without.pass(pause);
            }
        }
        assertTrue(closed && open, "the probes come to the limits and go on past them");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260917})
    void registering_her_with_a_wrong_date_of_birth_tells_nothing(long seed) {
        assertTellsNothing(seed, (asking, probe) -> {
            CallContext call = asking.reception().call(probe.call, probe.caller);
            asking.byName(probe.call, probe.caller, named(probe.first, probe.last, probe.born, probe.health));
            NewPatient patient = new NewPatient(
                    new PatientName(probe.first, probe.last),
                    probe.born == null ? LocalDate.of(1990, 1, 1) : LocalDate.parse(probe.born),
                    Sex.UNDISCLOSED,
                    KATHERINES_PHONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Registration registration = asking.reception().desk.registration();
            Consent words = new Consent("Do you agree?", Language.ENGLISH);
            registration.register(call, new Registration.Command(patient, words, false));
            Registration.Result result = registration.register(call, new Registration.Command(patient, words, true));
            return result instanceof Registration.Result.TooManyAttempts
                    ? new LookupResult.TooManyAttempts()
                    : new LookupResult.NotFound();
        });
    }

    @Test
    void whoever_asks_for_somebody_who_waits_already_learns_nothing() {
        Reception waits = new Reception();
        Reception other = new Reception();
        joins(waits, "Katherine", KATHERINES_PHONE, "first");
        joins(other, "Somebody", stranger(50).orElseThrow(), "first");
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    joins(other, "Katherine", KATHERINES_PHONE, "stranger" + i),
                    joins(waits, "Katherine", KATHERINES_PHONE, "stranger" + i));
            assertEquals(work(other), work(waits));
        }
    }

    private static Waitlist.Result joins(Reception reception, String first, PhoneNumber phone, String call) {
        return reception
                .desk
                .waitlist()
                .join(
                        reception.call(call, stranger(call.hashCode() % 7 + 10)),
                        new Waitlist.Command(
                                WaitlistKind.NEW_PATIENT,
                                Optional.empty(),
                                Optional.of(new PatientName(first, "MacLeod")),
                                Optional.of(phone),
                                Optional.empty(),
                                Optional.empty(),
                                PartOfDay.ANY,
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** How many requests of each kind the EMR got, and how often each ledger was asked what: each is a transaction. */
    private static Map<String, Integer> work(Reception reception) {
        Map<String, Integer> work = new TreeMap<>(reception.tally.counts());
        for (Request request : Request.values()) {
            work.put("EMR " + request, reception.emr.count(request));
        }
        return work;
    }
}

package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A search over five providers waits for their EMR about as long as for one. */
@Timeout(60)
class ReadingAtOnceTest {
    private static final int PROVIDERS = 5;

    private final Reception reception = new Reception();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SlowEmr emr = new SlowEmr();

    @BeforeEach
    void five_providers() {
        List<ProviderId> ids = IntStream.rangeClosed(201, 200 + PROVIDERS)
                .mapToObj(id -> new ProviderId("" + id))
                .toList();
        ids.forEach(id -> reception.emr.save(CLINIC, id, mornings()));
        reception.settings(draft -> draft.providers = ids.stream()
                .map(id -> new Provider(id, "Doctor " + id, Optional.empty(), true, true))
                .toList());
    }

    private static List<WeeklyShift> mornings() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyShift(day, LocalTime.of(9, 0), LocalTime.NOON, Set.of()))
                .toList();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Result search() {
        FrontDesk desk = reception.desk(new FrontDesk.Emr(reception.emr, emr, reception.emr), threads);
        return desk.openingSearch().find(reception.call("call"), Wish.any().query());
    }

    @Test
    void all_are_read_at_the_same_time_each_once_and_no_month_more_than_needed() {
        assertInstanceOf(Result.Offered.class, search());
        assertEquals(1, emr.rounds());
        assertEquals(
                List.of("201 2026-06", "202 2026-06", "203 2026-06", "204 2026-06", "205 2026-06"),
                emr.read.stream().sorted().toList());
    }

    @Test
    void the_next_month_is_read_at_the_same_time_once_the_first_is_known_to_be_full() {
        MONDAY.datesUntil(LocalDate.of(2026, 7, 1))
                .forEach(day -> IntStream.rangeClosed(201, 200 + PROVIDERS)
                        .forEach(id -> reception.staffBook(new ProviderId("" + id), NOA, day, "09:00", 180)));
        assertInstanceOf(Result.Offered.class, search());
        assertEquals(2, emr.rounds());
        assertEquals(2 * PROVIDERS, Set.copyOf(emr.read).size());
        assertEquals(2 * PROVIDERS, emr.read.size());
        assertTrue(List.copyOf(emr.read).subList(0, PROVIDERS).stream().allMatch(each -> each.endsWith("2026-06")));
    }

    /** An EMR that answers nobody before it was asked for all five: a search that reads one by one never ends. */
    private final class SlowEmr implements Appointments {
        private final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
        private final CyclicBarrier allAreAsked = new CyclicBarrier(PROVIDERS);

        /** How often one had to wait for an answer. */
        private int rounds() {
            return read.size() / PROVIDERS;
        }

        @Override
        public List<Appointment> on(
                ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
            providers.forEach(
                    provider -> read.add(provider + " " + first.toString().substring(0, 7)));
            try {
                allAreAsked.await(30, TimeUnit.SECONDS);
            } catch (Exception broken) {
                throw new AssertionError("read one after the other", broken);
            }
            return reception.emr.on(clinic, providers, first, last, deadline);
        }

        @Override
        public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
            return reception.emr.of(clinic, patient, deadline);
        }

        @Override
        public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
            return reception.emr.book(clinic, appointment, deadline);
        }

        @Override
        public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
            return reception.emr.cancel(clinic, appointment, deadline);
        }
    }
}

package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.SetUp.Lack;
import ca.vitaravox.ports.booking.SetUp.Reason;
import ca.vitaravox.ports.booking.SetUpChecks;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrConnections.History;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.clinic.SampleClinics;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetUpDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final ProviderId WEXFORD = new ProviderId("7");
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private final ClinicId id = Fresh.clinic();
    private final InMemoryClinics clinics = new InMemoryClinics();
    private final SettledEmr emr = new SettledEmr();
    private final List<String> asked = new ArrayList<>();
    private List<String> emrSays = List.of();
    private List<String> vapiSays = List.of();

    private boolean assistantMade = true;

    private final SetUpDesk desk = new SetUpDesk(clinics, emr, emr, emr, emr, new SetUpChecks() {
        @Override
        public boolean hasAssistant(ClinicId clinic) {
            return assistantMade;
        }

        @Override
        public List<String> emr(ClinicId clinic) {
            asked.add("emr");
            return emrSays;
        }

        @Override
        public List<String> assistant(ClinicId clinic) {
            asked.add("assistant");
            return vapiSays;
        }
    });

    @BeforeEach
    void everythingIsThere() {
        Clinic small = SampleClinics.small(id);
        clinics.save(small.open(Map.of(DayOfWeek.MONDAY, List.of(new OpenHours(NINE, LocalTime.NOON))))
                .with(List.of(new Provider(WEXFORD, "Doctor Wexford", Optional.empty(), true, true)))
                .offering(List.of(type(CHECKUP, 15))));
        clinics.assign(
                id,
                List.of(new Line(
                        id, new PhoneNumber("+16045550101"), Optional.empty(), Optional.empty(), Language.ENGLISH)));
        emr.weeks.put(WEXFORD, List.of(shift(180, Set.of())));
        URI address = URI.create("https://oscar.clinic.example/oscar");
        emr.settings = new EmrSettings(
                "oscar",
                false,
                Optional.of(new EmrAddress(address, address, ZoneId.of("America/Vancouver"))),
                Optional.of("sealed"));
        emr.history = Optional.of(new History(NOW, Optional.of(NOW.plusSeconds(3))));
    }

    private static VisitType type(VisitTypeCode code, int minutes) {
        return new VisitType(code, Duration.ofMinutes(minutes), Map.of(), Set.of(), "Checkup");
    }

    private static WeeklyShift shift(int minutes, Set<VisitTypeCode> types) {
        return new WeeklyShift(DayOfWeek.MONDAY, NINE, NINE.plusMinutes(minutes), types);
    }

    private void lacks(Lack... lacking) {
        assertEquals(List.of(lacking), desk.lacking(id));
    }

    @Test
    void a_clinic_with_everything_lacks_nothing_and_then_those_outside_are_asked() {
        lacks();
        assertEquals(List.of(), asked, "of what is in the settings nobody outside is asked");
        assertEquals(List.of(), desk.hindrances(id));
        assertEquals(List.of("emr", "assistant"), asked);
    }

    @Test
    void what_those_outside_say_hinders() {
        emrSays = List.of("Reach it.");
        vapiSays = List.of("Push it.");
        assertEquals(
                List.of(new Lack(Reason.EMR_TROUBLE, "Reach it."), new Lack(Reason.ASSISTANT_TROUBLE, "Push it.")),
                desk.hindrances(id));
    }

    @Test
    void while_settings_lack_something_nobody_outside_is_asked() {
        clinics.assign(id, List.of());
        assertEquals(List.of(new Lack(Reason.NO_NUMBER)), desk.hindrances(id));
        assertEquals(List.of(), asked);
    }

    @Test
    void a_clinic_that_is_never_open_lacks_hours() {
        clinics.change(id, clinic -> clinic.open(Map.of()));
        lacks(new Lack(Reason.NO_HOURS));
    }

    @Test
    void somebody_has_to_be_bookable() {
        clinics.change(
                id,
                clinic -> clinic.with(List.of(new Provider(WEXFORD, "Doctor Wexford", Optional.empty(), true, false))));
        lacks(new Lack(Reason.NOBODY_TO_BOOK), new Lack(Reason.NO_WEEKS));
    }

    @Test
    void something_was_made_to_answer_the_telephone() {
        assistantMade = false;
        lacks(new Lack(Reason.NO_ASSISTANT));
    }

    @Test
    void whoever_can_be_booked_has_a_week_unless_the_clinic_goes_by_its_emrs_schedule() {
        emr.weeks.clear();
        lacks(new Lack(Reason.NO_SCHEDULE, "Doctor Wexford"));
        emr.schedule = new EmrSchedule(true, List.of());
        lacks();
    }

    @Test
    void each_visit_type_fits_into_somebodys_week_to_the_minute() {
        clinics.change(id, clinic -> clinic.offering(List.of(type(CHECKUP, 30))));
        emr.weeks.put(WEXFORD, List.of(shift(29, Set.of())));
        lacks(new Lack(Reason.NEVER_OFFERED, "checkup"));
        emr.weeks.put(WEXFORD, List.of(shift(30, Set.of(new VisitTypeCode("physical")))));
        lacks(new Lack(Reason.NEVER_OFFERED, "checkup"));
        emr.weeks.put(WEXFORD, List.of(shift(30, Set.of(CHECKUP))));
        lacks();
    }

    @Test
    void an_emr_is_there_connected_and_has_worked() {
        EmrSettings connected = emr.settings;
        emr.settings = EmrSettings.DEMO;
        lacks(new Lack(Reason.NO_EMR));
        emr.settings = new EmrSettings("oscar", false, connected.address(), Optional.empty());
        lacks(new Lack(Reason.NOT_CONNECTED));
        emr.settings = connected;
        emr.history = Optional.of(new History(NOW, Optional.empty()));
        lacks(new Lack(Reason.NEVER_WORKED));
        emr.history = Optional.empty();
        lacks();
    }
}

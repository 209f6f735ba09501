package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.HealthCard;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.Registration.Result;
import ca.vitaravox.ports.patient.Registration.Result.Duplicate;
import ca.vitaravox.ports.patient.Registration.Result.EmrUnavailable;
import ca.vitaravox.ports.patient.Registration.Result.Pending;
import ca.vitaravox.ports.patient.Registration.Result.Registered;
import ca.vitaravox.ports.patient.Registration.Result.TooManyAttempts;
import ca.vitaravox.ports.patient.Sex;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** New patients, and EMRs that do not say what they did. */
class RegistrationDeskTest {
    private static final LocalDate BORN = LocalDate.of(1990, 4, 9);
    private static final Consent CONSENT = new Consent("Do you agree?", Language.ENGLISH);

    /** Where many wait, each would spend the time of all, and of whoever they wait for. */
    private static final Pause WITHOUT_TIME = length -> Thread.yield();

    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    private Result register(String call, NewPatient patient) {
        return agreed(reception.call(call, stranger(1)), patient);
    }

    /** As an assistant does: the words are asked for, put to the caller, and agreed to. */
    private Result agreed(CallContext call, NewPatient patient) {
        asked(call, patient);
        return reception.desk.registration().register(call, new Registration.Command(patient, CONSENT, true));
    }

    private Result asked(CallContext call, NewPatient patient) {
        return reception.desk.registration().register(call, new Registration.Command(patient, CONSENT, false));
    }

    private static NewPatient zoe() {
        return patient("Zoe", "Newby", BORN, null);
    }

    private static NewPatient patient(String first, String last, LocalDate born, String health) {
        Optional<HealthCard> card = Optional.ofNullable(health)
                .flatMap(HealthNumber::of)
                .map(number -> new HealthCard(number, Optional.empty()));
        return new NewPatient(
                new PatientName(first, last),
                born,
                Sex.FEMALE,
                stranger(1).orElseThrow(),
                card,
                Optional.empty(),
                Optional.empty());
    }

    private List<PatientId> charts(LocalDate born) {
        Trouble none = Trouble.NONE;
        reception.emr.trouble(none);
        return reception
                .emr
                .search(
                        CLINIC,
                        new ChartQuery.BornOn(born),
                        reception.call("any").deadline())
                .stream()
                .map(Chart::id)
                .toList();
    }

    private PatientId registered(Result result) {
        return assertInstanceOf(Registered.class, result).patient();
    }

    private List<AuditResult> trail() {
        return reception.trail(AuditAction.REGISTER_PATIENT).stream()
                .map(AuditEntry::result)
                .toList();
    }

    @Test
    void a_new_patient_gets_a_chart_and_is_verified_in_the_call() {
        PatientId zoe = registered(register("call", zoe()));
        assertEquals(List.of(zoe), charts(BORN));
        assertEquals(
                IdentityLevel.VERIFIED,
                reception
                        .identities
                        .identified(CLINIC, new CallId("call"), zoe)
                        .orElseThrow()
                        .level());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail());
    }

    @Test
    void charts_read_ahead_for_a_call_are_read_anew_once_a_chart_was_made() {
        reception.desk.callStart().prepare(reception.call("call", stranger(1)));
        Runnable question = () -> asking.byPhone("call", stranger(1), Asking.nothing());
        assertEquals(0, asking.searches(question));
        PatientId zoe = registered(register("other", zoe()));
        assertEquals(1, asking.searches(question));
        assertEquals(
                zoe,
                assertInstanceOf(
                                LookupResult.Identified.class, asking.byPhone("call", stranger(1), Asking.first("Zoe")))
                        .patient());
    }

    @Test
    void what_was_agreed_to_is_kept_with_its_words_time_and_call() {
        PatientId zoe = registered(register("call", zoe()));
        assertEquals(
                List.of(new InMemoryRegistrationJournal.Agreed(
                        CLINIC, new CallId("call"), zoe, CONSENT, reception.now.get())),
                reception.registrations.agreed());
    }

    @Test
    void without_consent_nothing_is_looked_up_and_nothing_made() {
        assertEquals(new Result.ConsentRequired(), asked(reception.call("call"), zoe()));
        assertEquals(0, reception.emr.count(Request.SEARCH));
        assertEquals(0, reception.emr.count(Request.REGISTER));
    }

    private Result saidToAgree(String call, NewPatient patient, Language language) {
        Consent words = new Consent("words in " + language, language);
        return reception
                .desk
                .registration()
                .register(reception.call(call), new Registration.Command(patient, words, true));
    }

    @Test
    void a_yes_to_what_was_never_asked_in_this_call_is_no_yes() {
        asked(reception.call("another"), zoe());
        assertEquals(new Result.ConsentRequired(), saidToAgree("call", zoe(), Language.ENGLISH));
        assertEquals(0, reception.emr.count(Request.SEARCH));
        registered(saidToAgree("call", zoe(), Language.ENGLISH));
    }

    @Test
    void what_counts_as_agreed_to_are_the_words_that_were_asked_in_whatever_language_the_yes_came() {
        saidToAgree("call", zoe(), Language.FRENCH);
        registered(saidToAgree("call", zoe(), Language.ENGLISH));
        assertEquals(
                new Consent("words in FRENCH", Language.FRENCH),
                reception.registrations.agreed().get(0).consent());
    }

    @Test
    void a_yes_for_one_is_no_yes_for_another_but_a_name_may_be_spelled_anew() {
        registered(register("call", zoe()));
        NewPatient brother = patient("Yann", "Newby", BORN.plusYears(2), null);
        assertEquals(new Result.ConsentRequired(), saidToAgree("call", brother, Language.ENGLISH));
        registered(saidToAgree("call", brother, Language.ENGLISH));
        assertInstanceOf(Registered.class, saidToAgree("call", patient("Zoë", "Newbie", BORN, null), Language.ENGLISH));
    }

    @Test
    void a_clinic_that_takes_no_new_patients_makes_none_and_asks_for_no_consent() {
        reception.settings(draft -> draft.acceptingNewPatients = false);
        assertEquals(new Result.NotAccepting(), register("call", zoe()));
        assertEquals(new Result.NotAccepting(), asked(reception.call("call"), zoe()));
        assertEquals(0, reception.emr.count(Request.SEARCH));
    }

    @Test
    void registering_again_in_the_call_gives_the_same_chart_however_the_name_is_spelled() {
        PatientId katherine = registered(register("call", patient("Katherine", "Newby", BORN, null)));
        assertEquals(new Registered(katherine, true), register("call", patient("Katherine", "Newby", BORN, null)));
        assertEquals(new Registered(katherine, true), register("call", patient("KATHERINE", "Néwby", BORN, null)));
        assertEquals(new Registered(katherine, true), register("call", patient("Cathryn", "Newby", BORN, null)));
        assertEquals(1, reception.emr.count(Request.REGISTER));
    }

    @Test
    void a_chart_of_the_same_name_as_heard_and_date_of_birth_is_a_duplicate() {
        LocalDate born = LocalDate.parse(Asking.KATHERINE_BORN);
        assertEquals(new Duplicate(), register("call", patient("Cathryn", "McLeod", born, null)));
        assertEquals(0, reception.emr.count(Request.REGISTER));
        assertEquals(List.of(AuditResult.REFUSED), trail());
    }

    @Test
    void a_chart_with_the_same_health_number_is_a_duplicate() {
        assertEquals(new Duplicate(), register("call", patient("Zoe", "Newby", BORN, Asking.KATHERINES_HEALTH_NUMBER)));
        assertEquals(0, reception.emr.count(Request.REGISTER));
    }

    @Test
    void the_same_name_with_another_date_of_birth_is_somebody_else() {
        registered(register("call", patient("Katherine", "MacLeod", BORN, null)));
    }

    @Test
    void a_duplicate_identifies_nobody() {
        register("call", patient("Katherine", "MacLeod", LocalDate.parse(Asking.KATHERINE_BORN), null));
        assertEquals(
                Optional.empty(), reception.identities.identified(CLINIC, new CallId("call"), Reception.KATHERINE));
    }

    @Test
    void three_duplicates_close_the_call_to_lookups_and_registrations() {
        LocalDate born = LocalDate.parse(Asking.KATHERINE_BORN);
        for (int i = 0; i < 2; i++) {
            assertEquals(new Duplicate(), register("call", patient("Katherine", "MacLeod", born, null)));
        }
        assertInstanceOf(
                LookupResult.Identified.class,
                asking.byName("call", named("Katherine", "MacLeod", Asking.KATHERINE_BORN)));
        assertEquals(new Duplicate(), register("call", patient("Katherine", "MacLeod", born, null)));
        assertEquals(
                new LookupResult.TooManyAttempts(),
                asking.byName("call", named("Katherine", "MacLeod", Asking.KATHERINE_BORN)));
        assertEquals(new TooManyAttempts(), register("call", patient("Katherine", "MacLeod", born, null)));
        assertEquals(new TooManyAttempts(), register("call", zoe()));
    }

    @Test
    void whether_somebody_has_a_chart_cannot_be_asked_without_end() {
        LocalDate born = LocalDate.parse(Asking.KATHERINE_BORN);
        for (int i = 0; i < 10; i++) {
            CallContext call = reception.call("call" + i, stranger(i));
            assertEquals(new Duplicate(), agreed(call, patient("Katherine", "MacLeod", born, null)));
        }
        assertEquals(new TooManyAttempts(), register("eleventh", patient("Katherine", "MacLeod", born, null)));
    }

    @Test
    void a_new_patient_is_no_failed_attempt() {
        for (int i = 0; i < 6; i++) {
            registered(register("call", patient("Child" + (char) ('a' + i), "Newby", BORN.plusDays(i), null)));
        }
    }

    @Test
    void an_emr_that_is_down_has_made_nothing_and_may_be_asked_again() {
        reception.emr.trouble(Request.REGISTER, Trouble.DOWN);
        assertEquals(new EmrUnavailable(), register("call", zoe()));
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNDONE), trail());
        reception.emr.trouble(Trouble.NONE);
        registered(register("call", zoe()));
        assertEquals(1, charts(BORN).size());
    }

    @Test
    void an_emr_that_cannot_be_searched_is_not_written_to() {
        reception.emr.trouble(Request.SEARCH, Trouble.SILENT);
        assertEquals(new EmrUnavailable(), register("call", zoe()));
        assertEquals(0, reception.emr.count(Request.REGISTER));
        reception.emr.trouble(Trouble.NONE);
        registered(register("call", zoe()));
    }

    @Test
    void an_error_after_which_the_chart_is_there_is_found_to_be_one_by_looking() {
        reception.emr.trouble(Request.REGISTER, Trouble.UNANSWERED);
        PatientId zoe = registered(register("call", zoe()));
        assertEquals(List.of(zoe), charts(BORN));
        assertEquals(1, reception.emr.count(Request.REGISTER));
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail());
    }

    @Test
    void a_chart_that_arrives_late_is_told_to_the_repeat_and_never_made_twice() {
        reception.emr.trouble(Request.REGISTER, Trouble.LATE);
        assertEquals(new Pending(), register("call", zoe()));
        reception.pass(Duration.ofSeconds(6));
        assertEquals(new Pending(), register("call", zoe()));
        reception.emr.lateWritesArrive();
        reception.pass(Duration.ofSeconds(6));
        PatientId zoe = registered(register("call", zoe()));
        assertEquals(List.of(zoe), charts(BORN));
        assertEquals(1, reception.emr.count(Request.REGISTER));
        assertEquals(1, reception.registrations.agreed().size());
    }

    @Test
    void a_request_without_an_end_is_not_repeated_for_two_minutes() {
        reception.emr.trouble(Request.REGISTER, Trouble.SILENT);
        var sent = reception.now.get();
        assertEquals(new Pending(), register("call", zoe()));
        reception.emr.trouble(Trouble.NONE);
        reception.now.set(sent.plus(Duration.ofMinutes(2)).minusMillis(1));
        assertEquals(new Pending(), register("call", zoe()));
        assertEquals(1, reception.emr.count(Request.REGISTER));
        reception.now.set(sent.plus(Duration.ofMinutes(2)).plusSeconds(6));
        registered(register("call", zoe()));
        assertEquals(2, reception.emr.count(Request.REGISTER));
        assertEquals(1, charts(BORN).size());
    }

    @Test
    void another_call_for_the_same_person_waits_and_learns_nothing_but_that_there_is_a_chart() {
        reception.emr.trouble(Request.REGISTER, Trouble.LATE);
        assertEquals(new Pending(), register("call", zoe()));
        assertEquals(new Pending(), register("other", zoe()));
        reception.emr.lateWritesArrive();
        reception.pass(Duration.ofSeconds(10));
        assertEquals(new Duplicate(), register("other", zoe()));
        assertEquals(1, charts(BORN).size());
        assertEquals(
                "call",
                reception.registrations.agreed().get(0).call().value(),
                "what was agreed to belongs to the call that asked");
    }

    @Test
    void what_a_server_left_unfinished_is_finished_by_looking() {
        reception.emr.trouble(Request.REGISTER, Trouble.LATE);
        assertEquals(new Pending(), register("call", zoe()));
        reception.emr.lateWritesArrive();
        assertEquals(0, reception.desk.registration().finish(), "not due yet");
        reception.pass(Duration.ofSeconds(10));
        assertEquals(1, reception.desk.registration().finish());
        assertEquals(0, reception.desk.registration().finish());
        assertEquals(1, reception.registrations.agreed().size());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN, AuditResult.DONE), trail());
        assertEquals(new Registered(charts(BORN).get(0), true), register("call", zoe()));
    }

    @Test
    void what_never_arrived_is_given_up_after_two_minutes() {
        reception.emr.trouble(Request.REGISTER, Trouble.SILENT);
        register("call", zoe());
        reception.pass(Duration.ofMinutes(1));
        reception.desk.registration().finish();
        assertEquals(2, trail().size());
        reception.pass(Duration.ofMinutes(1));
        reception.desk.registration().finish();
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN, AuditResult.UNDONE), trail());
        assertEquals(0, reception.desk.registration().finish());
        assertEquals(List.of(), reception.registrations.agreed());
    }

    @Test
    void asked_for_by_many_at_once_there_is_one_chart() {
        reception.pause = WITHOUT_TIME;
        List<Result> results = AtOnce.race(i -> register("call", zoe()));
        List<PatientId> there = charts(BORN);
        assertEquals(1, there.size());
        assertTrue(results.stream()
                .filter(result -> result instanceof Registered)
                .allMatch(result -> ((Registered) result).patient().equals(there.get(0))));
        assertEquals(1, reception.emr.count(Request.REGISTER));
    }

    @Test
    void asked_for_by_many_calls_at_once_there_is_one_chart() {
        reception.pause = WITHOUT_TIME;
        List<Result> results = AtOnce.race(i -> register("call" + i, zoe()));
        assertEquals(1, charts(BORN).size());
        assertEquals(
                1,
                results.stream().filter(result -> result instanceof Registered).count());
    }

    @Test
    void without_time_for_a_write_nothing_is_sent() {
        reception.emr.before(Request.SEARCH, () -> reception.pass(Duration.ofMillis(2301)));
        assertEquals(new EmrUnavailable(), register("call", zoe()));
        assertEquals(0, reception.emr.count(Request.REGISTER));
        reception.emr.before(Request.SEARCH, () -> {});
        reception.emr.before(Request.SEARCH, () -> reception.pass(Duration.ofMillis(2300)));
        assertInstanceOf(Registered.class, register("other", zoe()));
    }

    @Test
    void without_a_trail_nothing_is_made() {
        Reception blind = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        Registration registration = blind.desk.registration();
        registration.register(blind.call("call"), new Registration.Command(zoe(), CONSENT, false));
        assertThrows(
                IllegalStateException.class,
                () -> registration.register(blind.call("call"), new Registration.Command(zoe(), CONSENT, true)));
        assertEquals(0, blind.emr.count(Request.REGISTER));
    }

    @Test
    void people_of_other_clinics_are_other_people() {
        reception.emr.put(
                new ClinicId("elsewhere"),
                new Chart(
                        new PatientId("77"),
                        new PatientName("Zoe", "Newby"),
                        BORN,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false));
        assertNotEquals(new PatientId("77"), registered(register("call", zoe())));
    }
}

package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.WITHHELD;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.nothing;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.LookupResult.FirstNameNeeded;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.LookupResult.SecondFactorNeeded;
import ca.vitaravox.ports.patient.LookupResult.TooManyAttempts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callers who were verified before in calls from their number: found faster, trusted no more. */
class FamiliarTest {
    private static final Optional<PhoneNumber> MOBILE = stranger(7);

    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    private void katherineWasVerifiedFromHerMobile() {
        asking.byName("before", MOBILE, named("Katherine", "MacLeod", KATHERINE_BORN));
    }

    @Test
    void a_number_that_is_on_no_chart_is_unknown_until_somebody_was_verified_in_a_call_from_it() {
        assertEquals(new NotFound(), asking.byPhone("first", MOBILE, nothing()));
        katherineWasVerifiedFromHerMobile();
        assertEquals(new FirstNameNeeded(false), asking.byPhone("second", MOBILE, nothing()));
        assertEquals(new NotFound(), asking.byPhone("third", stranger(8), nothing()));
    }

    @Test
    void a_familiar_number_alone_proves_nothing() {
        katherineWasVerifiedFromHerMobile();
        assertEquals(new SecondFactorNeeded(), asking.byPhone("call", MOBILE, first("Katherine")));
        assertEquals(
                new Identified(KATHERINE, IdentityLevel.VERIFIED, false),
                asking.byPhone("call", MOBILE, first("Katherine", KATHERINE_BORN)));
    }

    @Test
    void guesses_at_familiar_patients_are_guesses() {
        katherineWasVerifiedFromHerMobile();
        assertEquals(new NotFound(), asking.byPhone("call", MOBILE, first("Zoe")));
        assertEquals(new NotFound(), asking.byPhone("call", MOBILE, first("Katherine", WRONG_DATE)));
        assertEquals(new NotFound(), asking.byPhone("call", MOBILE, first("Katherine", WRONG_DATE)));
        assertEquals(new TooManyAttempts(), asking.byPhone("call", MOBILE, first("Katherine", KATHERINE_BORN)));
    }

    @Test
    void right_and_wrong_guesses_at_familiar_patients_take_the_same_requests() {
        katherineWasVerifiedFromHerMobile();
        int wrong = requests(() -> asking.byPhone("wrong", MOBILE, first("Katherine", WRONG_DATE)));
        int nobody = requests(() -> asking.byPhone("nobody", MOBILE, first("Zoe", WRONG_DATE)));
        assertEquals(wrong, nobody);
    }

    private int requests(Runnable question) {
        int before = reception.emr.count(Request.SEARCH) + reception.emr.count(Request.CHART);
        question.run();
        return reception.emr.count(Request.SEARCH) + reception.emr.count(Request.CHART) - before;
    }

    @Test
    void a_caller_who_reached_the_first_level_only_is_not_remembered() {
        asking.byPhone("call", first("Robin"));
        assertEquals(List.of(), remembered(Reception.CASTELLAN_HOME));
        asking.byPhone("call", first("Robin", Asking.ROBIN_BORN));
        assertEquals(List.of(ROBIN), remembered(Reception.CASTELLAN_HOME));
    }

    @Test
    void withheld_numbers_are_not_remembered() {
        asking.byName("call", WITHHELD, named("Katherine", "MacLeod", KATHERINE_BORN));
        assertEquals(new LookupResult.FullNameNeeded(), asking.byPhone("other", WITHHELD, nothing()));
    }

    @Test
    void a_patient_who_left_the_clinic_is_forgotten() {
        katherineWasVerifiedFromHerMobile();
        reception.emr.deactivate(CLINIC, KATHERINE);
        assertEquals(new NotFound(), asking.byPhone("call", MOBILE, nothing()));
        assertEquals(List.of(), remembered(MOBILE.orElseThrow()));
    }

    @Test
    void a_number_is_forgotten_after_two_years() {
        katherineWasVerifiedFromHerMobile();
        reception.pass(KnownCallers.KEPT.minusMillis(1));
        assertEquals(new FirstNameNeeded(false), asking.byPhone("still", MOBILE, nothing()));
        reception.pass(java.time.Duration.ofMillis(1));
        assertEquals(new NotFound(), asking.byPhone("later", MOBILE, nothing()));
    }

    @Test
    void charts_that_cannot_be_read_do_not_keep_the_others_from_being_found() {
        asking.byName("before", Optional.of(Reception.CASTELLAN_HOME), named("Katherine", "MacLeod", KATHERINE_BORN));
        reception.emr.trouble(Request.CHART, Trouble.SILENT);
        assertEquals(new Identified(ROBIN, IdentityLevel.CALLER_ID, true), asking.byPhone("call", first("Robin")));
    }

    /** As OSCAR, which finds no mobile number, though the chart has it. */
    @Test
    void where_the_emr_cannot_search_the_number_on_the_chart_the_first_level_is_reached_all_the_same() {
        FrontDesk desk =
                reception.desk(new FrontDesk.Emr(new DeafToPhones(reception.emr), reception.emr, reception.emr));
        Optional<PhoneNumber> katherines = Optional.of(Reception.KATHERINES_PHONE);
        assertEquals(
                new NotFound(), desk.patientLookup().byPhone(reception.call("first", katherines), first("Katherine")));
        desk.patientLookup()
                .byName(reception.call("second", katherines), named("Katherine", "MacLeod", KATHERINE_BORN));
        assertEquals(
                new Identified(KATHERINE, IdentityLevel.CALLER_ID, false),
                desk.patientLookup().byPhone(reception.call("third", katherines), first("Katherine")));
        assertEquals(
                new NotFound(), desk.patientLookup().byPhone(reception.call("fourth", katherines), first("Robin")));
    }

    private List<PatientId> remembered(PhoneNumber number) {
        return reception.known.of(
                CLINIC, Integer.toHexString(("caller " + number.e164()).hashCode()), reception.now.get());
    }

    private record DeafToPhones(Charts charts) implements Charts {
        @Override
        public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
            return query instanceof ChartQuery.ByPhone ? List.of() : charts.search(clinic, query, deadline);
        }

        @Override
        public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
            return charts.chart(clinic, patient, deadline);
        }

        @Override
        public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
            return charts.register(clinic, patient, deadline);
        }
    }
}

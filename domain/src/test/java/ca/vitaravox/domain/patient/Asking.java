package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup.ByName;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.Optional;

/** What callers say of themselves, and asking the reception about it. */
final class Asking {
    static final String ROBIN_BORN = "1985-03-15";
    static final String KATHERINE_BORN = "1972-11-30";
    static final String KATHERINES_HEALTH_NUMBER = "AB-1234567";
    static final String WRONG_DATE = "1972-11-29";
    static final Optional<PhoneNumber> WITHHELD = Optional.empty();

    private final Reception reception;

    Asking(Reception reception) {
        this.reception = reception;
    }

    /** Where it is asked. */
    Reception reception() {
        return reception;
    }

    /** By phone, from the Castellans' home. */
    LookupResult byPhone(String call, ByPhone said) {
        return reception.desk.patientLookup().byPhone(reception.call(call), said);
    }

    LookupResult byPhone(String call, Optional<PhoneNumber> caller, ByPhone said) {
        return reception.desk.patientLookup().byPhone(reception.call(call, caller), said);
    }

    /** By name, from the Castellans' home. */
    LookupResult byName(String call, ByName said) {
        return reception.desk.patientLookup().byName(reception.call(call), said);
    }

    LookupResult byName(String call, Optional<PhoneNumber> caller, ByName said) {
        return reception.desk.patientLookup().byName(reception.call(call, caller), said);
    }

    /** How often charts were searched while this was asked. */
    int searches(Runnable question) {
        int before = reception.emr.count(Request.SEARCH);
        question.run();
        return reception.emr.count(Request.SEARCH) - before;
    }

    static ByPhone nothing() {
        return said(null, null, null, null);
    }

    static ByPhone first(String name) {
        return said(null, name, null, null);
    }

    static ByPhone first(String name, String born) {
        return said(null, name, born, null);
    }

    static ByPhone said(PhoneNumber claimed, String first, String born, String health) {
        return new ByPhone(
                Optional.ofNullable(claimed),
                Optional.ofNullable(first),
                Optional.ofNullable(born).map(LocalDate::parse),
                Optional.ofNullable(health).flatMap(HealthNumber::of),
                Relationship.SELF);
    }

    static ByPhone speakingAs(Relationship relationship, ByPhone said) {
        return new ByPhone(said.claimed(), said.firstName(), said.birthDate(), said.healthNumber(), relationship);
    }

    static ByName named(String first, String last, String born) {
        return named(first, last, born, null);
    }

    static ByName named(String first, String last, String born, String health) {
        return new ByName(
                new PatientName(first, last),
                Optional.ofNullable(born).map(LocalDate::parse),
                Optional.ofNullable(health).flatMap(HealthNumber::of),
                Relationship.SELF);
    }

    /** A number nobody has on file. */
    static Optional<PhoneNumber> stranger(int number) {
        return Optional.of(new PhoneNumber("+1604555%04d".formatted(1000 + number)));
    }
}

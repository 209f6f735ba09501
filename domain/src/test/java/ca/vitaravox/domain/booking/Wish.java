package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.OpeningSearch.Query;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What a caller wishes, put together word by word. */
final class Wish {
    private String visitType;
    private ProviderId provider;
    private String providerName;
    private LocalDate earliest;
    private LocalDate latest;
    private PartOfDay partOfDay = PartOfDay.ANY;
    private Set<DayOfWeek> weekdays = Set.of();
    private PatientId patient;
    private AppointmentId moving;

    static Wish any() {
        return new Wish();
    }

    Wish visit(String said) {
        visitType = said;
        return this;
    }

    Wish with(ProviderId wanted) {
        provider = wanted;
        return this;
    }

    Wish named(String said) {
        providerName = said;
        return this;
    }

    Wish from(LocalDate day) {
        earliest = day;
        return this;
    }

    Wish until(LocalDate day) {
        latest = day;
        return this;
    }

    Wish on(LocalDate day) {
        return from(day).until(day);
    }

    Wish on(DayOfWeek... days) {
        weekdays = Set.of(days);
        return this;
    }

    Wish at(PartOfDay part) {
        partOfDay = part;
        return this;
    }

    Wish forPatient(PatientId wanted) {
        patient = wanted;
        return this;
    }

    Wish moving(AppointmentId appointment) {
        moving = appointment;
        return this;
    }

    Query query() {
        return new Query(
                Optional.ofNullable(visitType),
                Optional.ofNullable(provider),
                Optional.ofNullable(providerName),
                Optional.ofNullable(earliest),
                Optional.ofNullable(latest),
                partOfDay,
                weekdays,
                Optional.ofNullable(patient),
                Optional.ofNullable(moving));
    }
}

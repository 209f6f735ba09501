package ca.vitaravox.oscar.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A clinic's zone and its OSCAR's, which need not be the same: a hosted OSCAR may stand in another province.
 *
 * @param clinic the zone of the clinic's calendar
 * @param oscar the zone of OSCAR's wall clock, in which it stores times and gives them out
 */
public record Zones(ZoneId clinic, ZoneId oscar) {
    /** Takes both; none may be null. */
    public Zones {
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(oscar, "oscar");
    }

    /** When the clinic's day begins. */
    public Instant start(LocalDate clinicDay) {
        return clinicDay.atStartOfDay(clinic).toInstant();
    }

    /** The day on OSCAR's calendar in which a moment lies. */
    public LocalDate oscarDay(Instant moment) {
        return LocalDate.ofInstant(moment, oscar);
    }

    /** A time on OSCAR's wall clock. */
    public Instant moment(LocalDateTime onOscarsWall) {
        return onOscarsWall.atZone(oscar).toInstant();
    }

    /** What OSCAR's wall clock shows. */
    LocalDateTime onOscarsWall(Instant moment) {
        return LocalDateTime.ofInstant(moment, oscar);
    }

    /** What the clinic's wall clock shows. */
    public LocalDateTime onClinicsWall(Instant moment) {
        return LocalDateTime.ofInstant(moment, clinic);
    }
}

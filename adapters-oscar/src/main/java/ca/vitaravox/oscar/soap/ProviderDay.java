package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;

/**
 * One provider's day.
 *
 * @param day on OSCAR's calendar
 */
record ProviderDay(ProviderId provider, LocalDate day) {
    private static final int NOON = 12;

    /** The call that asks for it: at noon, so that no rule of a zone makes another day of it. */
    SoapCall call(Zones zones) {
        return SoapCall.of("ScheduleService", "getDayWorkSchedule")
                .with(0, provider.value())
                .with(1, day.atTime(NOON, 0).atZone(zones.oscar()).toOffsetDateTime() + "");
    }
}

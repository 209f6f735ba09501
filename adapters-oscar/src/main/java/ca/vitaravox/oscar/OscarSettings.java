package ca.vitaravox.oscar;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.util.Optional;

/**
 * What there is to know of a clinic's OSCAR.
 *
 * @param clinic whose it is
 * @param address where it is
 * @param credentials what it gave us
 * @param zones the clinic's zone and OSCAR's
 * @param longestVisit the clinic's longest visit: classic OSCAR does not tell how long the appointments of a month's last
 *     day are, which are taken for this long, or for OSCAR's longest type
 * @param program the number of the program that new patients are admitted to; found out where it is not given
 * @param soap what SOAP is used as; without it there are no schedules of OSCAR's, and no search by second numbers
 */
public record OscarSettings(
        ClinicId clinic,
        OscarAddress address,
        OAuthCredentials credentials,
        Zones zones,
        Duration longestVisit,
        Optional<Integer> program,
        Optional<SoapLogin> soap) {}

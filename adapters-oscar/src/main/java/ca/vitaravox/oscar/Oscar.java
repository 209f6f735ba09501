package ca.vitaravox.oscar;

import ca.vitaravox.oscar.booking.OscarAppointments;
import ca.vitaravox.oscar.booking.OscarListing;
import ca.vitaravox.oscar.patient.NumberSearch;
import ca.vitaravox.oscar.patient.OscarCharts;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.soap.OscarTimes;
import ca.vitaravox.oscar.soap.SoapLink;
import ca.vitaravox.oscar.soap.SoapPhones;
import ca.vitaravox.oscar.task.OscarStaffNotes;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTimes;
import ca.vitaravox.ports.booking.EmrListing;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.task.StaffNotes;
import java.util.Optional;

/**
 * One clinic's OSCAR. Making one sends nothing and costs nothing; it holds neither threads nor connections of its own,
 * and may be shared by all threads. Asked for another clinic, it throws {@link IllegalArgumentException}. Once OSCAR
 * refused the token, or it was closed, it sends nothing more, and whoever asks is told that the EMR is unavailable.
 */
public final class Oscar implements AutoCloseable {
    private final OscarLink link;
    private final Optional<SoapLink> soap;
    private final Charts charts;
    private final Appointments appointments;
    private final Optional<CodedTimes> times;
    private final EmrListing listing;
    private final StaffNotes staffNotes;
    private final Examination examination;

    private Oscar(OscarSettings settings, OscarMeans means, PhoneNumbers numbers) {
        this.link = new OscarLink(settings.clinic(), settings.address(), settings.credentials(), means);
        this.soap = settings.soap().map(login -> new SoapLink(settings.address().base(), login, means));
        Optional<NumberSearch> secondNumbers = soap.map(each -> new SoapPhones(each, means));
        this.charts = new OscarCharts(link, numbers, secondNumbers, settings.program());
        this.times = soap.map(each -> new OscarTimes(settings.clinic(), each, settings.zones(), means));
        this.appointments = new OscarAppointments(link, settings.zones(), settings.longestVisit());
        this.listing = new OscarListing(link);
        this.staffNotes = new OscarStaffNotes(link);
        this.examination = new Examination(link, settings.zones().oscar());
    }

    /**
     * A clinic's OSCAR. Nothing is sent before it is asked something; then the clocks are compared first.
     *
     * @param means shared by all clinics
     * @param numbers reads telephone numbers as staff typed them
     */
    public static Oscar connect(OscarSettings settings, OscarMeans means, PhoneNumbers numbers) {
        return new Oscar(settings, means, numbers);
    }

    /** Its charts. */
    public Charts charts() {
        return charts;
    }

    /** Its appointments. */
    public Appointments appointments() {
        return appointments;
    }

    /** When its providers work by its own schedule; empty without a log-in for SOAP. */
    public Optional<CodedTimes> times() {
        return times;
    }

    /** Its providers and types of appointments. */
    public EmrListing listing() {
        return listing;
    }

    /** Notes to its staff. */
    public StaffNotes staffNotes() {
        return staffNotes;
    }

    /** Whether it is asked nothing for now: it failed too often of late, over REST or over SOAP, or refused the token. */
    public boolean isLeftAlone() {
        return link.isLeftAlone() || soap.filter(SoapLink::isLeftAlone).isPresent();
    }

    /**
     * Tries out whether it answers, and as whom.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if it does not, with the reason
     */
    public OscarFindings examine(Deadline deadline) {
        return examination.examine(deadline);
    }

    /** From now on nothing is sent. */
    @Override
    public void close() {
        link.close();
    }
}

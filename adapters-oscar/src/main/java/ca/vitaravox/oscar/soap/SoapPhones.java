package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.patient.NumberSearch;
import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Patients by their main or second telephone number: {@code searchDemographicsByAttributes}, which compares the text that
 * staff typed. It is asked for the last four digits, which nobody types with anything between them, and whoever asks
 * compares the whole number. When it fails it is left alone for {@link #PAUSE}, so that not every call waits for it, and a
 * wrong password is not tried until OSCAR locks the account. Thread-safe.
 */
public final class SoapPhones implements NumberSearch {
    /** At most so many are asked for; a clinic of 20,000 patients has about four numbers that end alike. */
    static final int MOST = 200;

    /** How long it is not asked after it failed. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SoapPhones.class);
    private static final int LAST_DIGITS = 4;
    private static final int SHARE_OF_PATIENCE = 3;
    private static final int PHONE = 7;
    private static final int FROM = 10;
    private static final int HOW_MANY = 11;

    private final SoapLink link;
    private final InstantSource clock;
    private final Duration patience;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

    /** A search over this link; it takes a third of the time that is waited for one answer, at most. */
    public SoapPhones(SoapLink link, OscarMeans means) {
        this.link = link;
        this.clock = means.clock();
        this.patience = means.longest().dividedBy(SHARE_OF_PATIENCE);
    }

    @Override
    public List<JsonNode> rows(PhoneNumber phone, Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil.get())) {
            return List.of();
        }
        boolean enough = deadline.allows(patience, now);
        try {
            return link
                    .read(List.of(call(phone)), enough ? deadline.endingAt(now.plus(patience)) : deadline)
                    .get(0)
                    .all("return")
                    .stream()
                    .map(SoapPhones::row)
                    .toList();
        } catch (SoapException failed) {
            LOG.warn("second telephone numbers are not searched: {}", failed.getMessage());
            if (enough || !(failed instanceof SoapException.Silent)) {
                pausedUntil.set(now.plus(PAUSE));
            }
            return List.of();
        }
    }

    private static SoapCall call(PhoneNumber phone) {
        String digits = phone.e164();
        return SoapCall.of("DemographicService", "searchDemographicsByAttributes")
                .with(PHONE, digits.substring(Math.max(1, digits.length() - LAST_DIGITS)))
                .with(FROM, "0")
                .with(HOW_MANY, Integer.toString(MOST));
    }

    /** No more of a patient than REST's search tells, and the second number. */
    static JsonNode row(SoapElement patient) {
        ObjectNode row = OscarJson.object();
        List.of("demographicNo", "patientStatus", "firstName", "lastName", "hin", "ver", "phone", "providerNo")
                .forEach(field -> row.put(field, patient.text(field)));
        return row.put("alternativePhone", patient.text("phone2"))
                .put("dobYear", patient.text("yearOfBirth"))
                .put("dobMonth", patient.text("monthOfBirth"))
                .put("dobDay", patient.text("dateOfBirth"));
    }
}

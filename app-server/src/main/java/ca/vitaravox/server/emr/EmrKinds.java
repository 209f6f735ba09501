package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kinds of EMR this server knows. A clinic whose EMR is of another kind has none here, and is told so: it never gets
 * demo data in its place.
 *
 * @param demo demo data, for clinics that are not live
 * @param others by the word in the settings
 */
public record EmrKinds(ClinicEmr demo, Map<String, EmrMaker> others) implements EmrMaker {
    private static final Logger LOG = LoggerFactory.getLogger(EmrKinds.class);

    @Override
    public ClinicEmr make(ClinicId clinic, EmrSettings settings) {
        if (settings.isDemo()) {
            return demo;
        }
        return Optional.ofNullable(others.get(settings.kind()))
                .orElseThrow(() -> {
                    LOG.error(
                            "clinic {} has an EMR of kind {}, which this server does not know",
                            clinic,
                            settings.kind());
                    return new EmrUnavailableException("an EMR of kind " + settings.kind() + " is not known here");
                })
                .make(clinic, settings);
    }
}

package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.ports.clinic.EmrAddress;

/**
 * A clinic's OSCAR, connected or not.
 *
 * @param settings where it is, as the settings have it
 * @param secrets what the clinic has given us of it
 */
record OscarPlace(EmrAddress settings, OscarSecrets secrets) {
    OscarAddress address() {
        return new OscarAddress(settings.base(), settings.signingBase());
    }
}

package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;

/**
 * What the settings of clinics are read from and written to.
 *
 * @param index all clinics
 * @param directory whose numbers lead where
 * @param settings their settings
 * @param lines their telephone lines
 * @param info what callers are told of them now
 */
public record ClinicPorts(
        ClinicIndex index, ClinicDirectory directory, ClinicSettings settings, ClinicLines lines, ClinicInfo info) {}

package ca.vitaravox.ports.clinic;

/**
 * Something that was made at the voice platform for a clinic.
 *
 * @param name what we call it, 1 to 100 characters: {@code tool/fr/create_appointment}
 * @param id what the platform calls it
 * @param sent a digest of what it was last sent
 * @param answered what it answered that it keeps, as JSON; without secrets
 */
public record PlatformPart(String name, String id, String sent, String answered) {}

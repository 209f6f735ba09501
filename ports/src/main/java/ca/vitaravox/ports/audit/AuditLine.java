package ca.vitaravox.ports.audit;

/**
 * An entry of a clinic's trail, as it is read.
 *
 * @param position in the clinic's chain
 * @param entry what it says
 * @param emr whose ids of charts and appointments these are, as kept: {@code demo} for demo data
 * @param hash that of its link
 */
public record AuditLine(long position, AuditEntry entry, String emr, Hash hash) {}

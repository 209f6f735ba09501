package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.access.AccessEvent;

/**
 * An event in its place in the trail of access.
 *
 * @param position counted from one
 * @param event what it says
 * @param hash its link
 */
public record AccessLine(long position, AccessEvent event, Hash hash) {}

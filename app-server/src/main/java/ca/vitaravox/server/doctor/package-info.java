/** Looks over a server's surroundings, and says what to mend: the command {@code doctor}. */
package ca.vitaravox.server.doctor;

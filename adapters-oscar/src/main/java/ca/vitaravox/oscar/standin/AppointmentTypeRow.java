package ca.vitaravox.oscar.standin;

/**
 * An appointment type of the clinic; appointments carry its name as text only.
 *
 * @param minutes how long such an appointment is
 */
public record AppointmentTypeRow(int number, String name, String reason, int minutes) {}

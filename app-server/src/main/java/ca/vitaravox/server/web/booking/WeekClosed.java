package ca.vitaravox.server.web.booking;

/**
 * Closed time in the week.
 *
 * @param block where it stands; of a whole day it has no place
 * @param wholeDay whether it is the whole day
 * @param of whose it is: {@code clinic}, {@code provider} or {@code holiday}
 * @param place its place among the clinic's closures; −1 for a holiday
 * @param oneDay whether it is of this day alone, so that it can be opened again here
 */
public record WeekClosed(WeekBlock block, boolean wholeDay, String of, int place, boolean oneDay) {}

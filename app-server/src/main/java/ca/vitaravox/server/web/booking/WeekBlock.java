package ca.vitaravox.server.web.booking;

/**
 * A stretch of a day in the week.
 *
 * @param kind {@code working}, {@code closed}, {@code opening}, {@code appointment} or {@code hold}
 * @param place where it stands in the grid, as names of styles
 * @param time when, by the clinic's clock: {@code 09:00–09:15}
 * @param what what it is, in words
 * @param inClosedTime whether it stands where nobody is seen any more
 */
public record WeekBlock(String kind, String place, String time, String what, boolean inClosedTime) {}

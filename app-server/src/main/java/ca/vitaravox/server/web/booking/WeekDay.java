package ca.vitaravox.server.web.booking;

import java.util.List;

/**
 * A day in the week.
 *
 * @param day the day as the interface writes it
 * @param name as people say it
 * @param today whether it is today
 * @param closed when nobody is seen, and why
 * @param closedAllDay whether that is all day
 * @param working when the provider works
 * @param blocks what is there, in order of its starts
 * @param missing what the EMR did not tell, as the interface names it
 */
public record WeekDay(
        String day,
        String name,
        boolean today,
        List<WeekClosed> closed,
        boolean closedAllDay,
        List<WeekBlock> working,
        List<WeekBlock> blocks,
        List<String> missing) {}

package ca.vitaravox.server.web.clinic;

/**
 * A clinic in the list.
 *
 * @param id the clinic
 * @param name its name
 * @param timezone its zone
 * @param numbers how many telephone numbers lead to it
 */
public record Row(String id, String name, String timezone, int numbers) {}

/**
 * Schedules, the slots that are offered, held and booked, and the appointments of the demo EMR. The table {@code slots}
 * is the truth among all servers: PostgreSQL itself keeps times that block from overlapping.
 */
package ca.vitaravox.postgres.booking;

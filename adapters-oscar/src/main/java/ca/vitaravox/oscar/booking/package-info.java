/** Appointments of a clinic's OSCAR: its day sheets, months and histories read, and bookings written. */
package ca.vitaravox.oscar.booking;

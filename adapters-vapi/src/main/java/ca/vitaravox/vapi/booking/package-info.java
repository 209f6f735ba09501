/** The voice tools that find openings, and book, tell, move and cancel appointments. */
package ca.vitaravox.vapi.booking;

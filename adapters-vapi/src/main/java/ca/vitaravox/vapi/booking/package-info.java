/** The voice tools that find openings, and book, tell and cancel appointments. */
package ca.vitaravox.vapi.booking;

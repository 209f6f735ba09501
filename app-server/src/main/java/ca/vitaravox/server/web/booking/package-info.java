/** Pages about what is booked and what can be. */
package ca.vitaravox.server.web.booking;

/** What the booking room needs from outside: random slot ids. */
package ca.vitaravox.server.booking;

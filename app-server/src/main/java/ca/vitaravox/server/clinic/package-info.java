/** What the clinic room needs from libraries: reading telephone numbers. */
package ca.vitaravox.server.clinic;

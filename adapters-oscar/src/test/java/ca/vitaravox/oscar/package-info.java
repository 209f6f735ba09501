/** The adapter as a whole, against stand-ins of both lines of OSCAR, and against a real one where there is one. */
package ca.vitaravox.oscar;

/** The bridge next to an OSCAR that cannot be reached from outside, as a program. */
package ca.vitaravox.server.bridge;

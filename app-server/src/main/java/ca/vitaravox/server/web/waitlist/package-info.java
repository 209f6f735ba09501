/** Pages about who waits, and the openings that staff phone them about. */
package ca.vitaravox.server.web.waitlist;

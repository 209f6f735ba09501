/** How those who wait are reached. */
package ca.vitaravox.server.waitlist;

/** The reception with an OSCAR behind it. */
package ca.vitaravox.server.oscar;

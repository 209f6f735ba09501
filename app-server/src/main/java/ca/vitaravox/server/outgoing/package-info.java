/** The way out: to whom this server connects on behalf of what others wrote into settings and messages. */
package ca.vitaravox.server.outgoing;

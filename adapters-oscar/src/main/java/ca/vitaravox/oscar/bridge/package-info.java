/**
 * The bridge to an OSCAR that cannot be reached from outside: a server next to it that answers the questions of the EMR
 * ports over HTTPS and JSON and holds the OAuth credentials, and the client of it that the platform has. The contract is
 * in docs/bridge.md.
 */
package ca.vitaravox.oscar.bridge;

/** The server: HTTP in front, the use cases in the middle, the database behind, started and stopped in order. */
package ca.vitaravox.server.serve;

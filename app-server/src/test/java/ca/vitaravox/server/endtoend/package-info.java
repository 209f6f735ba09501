/** The whole server, from outside: over HTTP, on a real PostgreSQL. */
package ca.vitaravox.server.endtoend;

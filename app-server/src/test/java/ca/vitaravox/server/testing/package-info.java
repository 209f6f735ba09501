/** What several tests need: folders with PostgreSQL's binaries in them, child processes. */
package ca.vitaravox.server.testing;

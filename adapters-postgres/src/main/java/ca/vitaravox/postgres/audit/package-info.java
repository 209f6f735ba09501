/** The audit trail, append-only: the application's role may add and read, and nothing else. */
package ca.vitaravox.postgres.audit;

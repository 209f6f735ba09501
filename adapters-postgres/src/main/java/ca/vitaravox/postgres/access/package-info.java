/** Who gets into the administration: users, second factors, sessions, attempts to log in, and the trail of it. */
package ca.vitaravox.postgres.access;

/** The waitlist, the offers made of freed openings, and the text messages about them, as PostgreSQL keeps them. */
package ca.vitaravox.postgres.waitlist;

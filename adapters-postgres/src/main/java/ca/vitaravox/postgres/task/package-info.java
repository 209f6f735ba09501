/** Tasks for a clinic's staff. */
package ca.vitaravox.postgres.task;

/** What only people can finish: tasks for a clinic's staff. */
package ca.vitaravox.ports.task;

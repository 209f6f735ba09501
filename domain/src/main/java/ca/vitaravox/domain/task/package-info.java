/** What only people can finish. */
package ca.vitaravox.domain.task;

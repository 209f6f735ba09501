/**
 * The town of {@code ca.vitaravox.domain.simulation}, called through what the voice platform calls: every question is a
 * tool call that goes in at the webhook, and every answer is read from what comes back to be spoken.
 */
package ca.vitaravox.vapi.simulation;

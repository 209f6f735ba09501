/** What only its own package sees, measured. */
package ca.vitaravox.vapi.webhook;

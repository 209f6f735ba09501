/**
 * The voice tools as the webhook sees them: what there is, what it takes, and what it answered. The tools themselves
 * live in the rooms they belong to.
 */
package ca.vitaravox.vapi.tool;

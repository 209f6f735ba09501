/** Who waits for an opening, which freed opening is offered to whom, and what comes of it. */
package ca.vitaravox.domain.waitlist;

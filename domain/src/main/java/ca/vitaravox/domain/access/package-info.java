/** How long the outside may take while somebody waits on the phone. */
package ca.vitaravox.domain.access;

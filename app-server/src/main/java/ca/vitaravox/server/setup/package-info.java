/** How far a clinic is set up. */
package ca.vitaravox.server.setup;

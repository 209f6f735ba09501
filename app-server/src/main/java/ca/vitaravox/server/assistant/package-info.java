/** Clinics' assistants at the voice platform, as this server's configuration and the clinics' settings make them. */
package ca.vitaravox.server.assistant;

/** Pages about clinics and how they are set up. */
package ca.vitaravox.server.web.clinic;

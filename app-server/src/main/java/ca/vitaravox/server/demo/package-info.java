/** The demo: a real PostgreSQL that it brings along, three fictional clinics, one server, one call. */
package ca.vitaravox.server.demo;

/** Figures of a clinic for a dashboard, over HTTP. */
package ca.vitaravox.server.overview;

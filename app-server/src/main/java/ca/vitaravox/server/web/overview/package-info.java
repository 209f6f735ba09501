/** Pages of figures. */
package ca.vitaravox.server.web.overview;

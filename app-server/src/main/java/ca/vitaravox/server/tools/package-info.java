/** What the voice tools are called and take, for whoever sets up the voice platform. */
package ca.vitaravox.server.tools;

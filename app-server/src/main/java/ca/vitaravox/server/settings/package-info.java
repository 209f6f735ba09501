/**
 * What is set up for clinics, over HTTP. Not in the room of clinics, which knows nothing of people who log in. A setting
 * is read, changed and put back whole; what has an id that others name (a provider, a visit type) is put back by itself.
 */
package ca.vitaravox.server.settings;

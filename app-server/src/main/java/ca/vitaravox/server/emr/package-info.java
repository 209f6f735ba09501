/** Each clinic's EMR: made from its settings, asked for it alone, dropped when the settings change. */
package ca.vitaravox.server.emr;

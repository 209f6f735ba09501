/**
 * The configuration: every key, where it is read from, what is missing or weak. Secrets go in and never come out in a
 * text.
 */
package ca.vitaravox.server.config;

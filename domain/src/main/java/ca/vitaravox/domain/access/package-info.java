/**
 * Whose time counts while somebody waits on the phone; and who gets into the administration: passwords, second factors,
 * sessions, users.
 */
package ca.vitaravox.domain.access;

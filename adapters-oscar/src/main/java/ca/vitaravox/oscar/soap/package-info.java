/**
 * OSCAR's SOAP interface, for what REST has not: the times at which a provider works, and patients by a second
 * telephone number. It needs the password of a user of OSCAR.
 */
package ca.vitaravox.oscar.soap;

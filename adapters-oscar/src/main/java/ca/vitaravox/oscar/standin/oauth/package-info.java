/**
 * OAuth 1.0a from the server's side, written from RFC 5849 and with the JDK alone: what the stand-in checks must not be
 * checked by the library that the adapter signs with.
 */
package ca.vitaravox.oscar.standin.oauth;

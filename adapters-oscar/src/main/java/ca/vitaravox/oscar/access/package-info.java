/** How we prove to a clinic's OSCAR who we are: OAuth 1.0a, which is all that OSCAR's REST interface takes. */
package ca.vitaravox.oscar.access;

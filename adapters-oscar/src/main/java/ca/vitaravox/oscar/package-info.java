/**
 * An OSCAR, open-source EMR of Canadian clinics, as VitaraVox sees an EMR: today's Open-O and the classic OSCAR 15 and
 * 19, over REST with OAuth 1.0a. {@link ca.vitaravox.oscar.Oscar} is the way in.
 */
package ca.vitaravox.oscar;

/**
 * How one clinic's OSCAR is spoken to over REST: requests signed, sent once, guarded and shared. The rooms are built on
 * it; it knows nothing of patients and appointments. Measured behaviour of OSCAR that the code relies on is said where
 * it is relied on.
 */
package ca.vitaravox.oscar.rest;

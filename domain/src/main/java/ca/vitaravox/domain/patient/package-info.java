/** Who is calling: search, names as heard, second factors, limits, and the level that is reached. */
package ca.vitaravox.domain.patient;

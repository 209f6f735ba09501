/** What the patient room needs from libraries: how names sound. */
package ca.vitaravox.server.patient;

/** The clinics and their lines; and {@link ca.vitaravox.postgres.clinic.ClinicTransactions}, by which every room asks. */
package ca.vitaravox.postgres.clinic;

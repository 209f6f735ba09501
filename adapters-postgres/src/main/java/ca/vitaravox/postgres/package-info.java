/**
 * Everything we keep, in PostgreSQL: {@link ca.vitaravox.postgres.Database} is the way in for the application,
 * {@link ca.vitaravox.postgres.Migrations} for the owner of the tables. The rooms hold one class per driven port.
 */
package ca.vitaravox.postgres;

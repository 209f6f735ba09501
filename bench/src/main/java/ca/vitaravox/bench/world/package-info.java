/** What a server is measured in: a PostgreSQL that loses nothing, clinics with patients, and OSCARs that take their time. */
package ca.vitaravox.bench.world;

/** What the database itself is asked to keep: holds, and the trail. */
package ca.vitaravox.bench.ledgers;

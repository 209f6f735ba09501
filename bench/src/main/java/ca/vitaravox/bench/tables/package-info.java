/** What is measured, one table each. */
package ca.vitaravox.bench.tables;

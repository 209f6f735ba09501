/** What is compared with ours: as little as can answer the same, with the same statements. */
package ca.vitaravox.bench.rival;

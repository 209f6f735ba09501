/** Servers that are measured, each a process of its own: ours, and what does the same otherwise. */
package ca.vitaravox.bench.contender;

/** How fast it is, and compared with what. */
package ca.vitaravox.bench;

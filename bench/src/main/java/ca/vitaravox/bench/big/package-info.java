/** Many clinics, calls and entries, as years of use leave them, and how quickly the administration reads them. */
package ca.vitaravox.bench.big;

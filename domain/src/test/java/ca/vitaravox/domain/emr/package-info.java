/** An EMR for tests of the domain: it checks nothing, as EMRs do, and fails as told. */
package ca.vitaravox.domain.emr;

/** What callers did, as the audit trail keeps it. */
package ca.vitaravox.domain.audit;

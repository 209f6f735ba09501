/** Pages about what was done: clinics' trails and the trail of access. */
package ca.vitaravox.server.web.audit;

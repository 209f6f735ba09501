/** The voice tool that puts people on the waitlist, and what tells them on the phone that an opening is theirs. */
package ca.vitaravox.vapi.waitlist;

/** What a call was about, judged by what happened in it. */
package ca.vitaravox.domain.call;

/**
 * How things are said on the telephone, in English, French and Chinese: the sentences of every outcome, days and times
 * as people say them, and the days that people mean by their words.
 */
package ca.vitaravox.vapi.speech;

/** The web application: which pages there are. What each is made of is in {@code page}, the rest in its room. */
package ca.vitaravox.server.web;

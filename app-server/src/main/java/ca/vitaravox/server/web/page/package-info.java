/**
 * The pages of the web application: what every page is made of. A page shows and changes things through the routes of the
 * interface, asked from within, so it has no rule of its own about who may or what is right.
 */
package ca.vitaravox.server.web.page;

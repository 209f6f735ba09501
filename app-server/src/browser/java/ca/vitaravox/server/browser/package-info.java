/** Tests in a real browser, of what staff see and do. They run with {@code -Pbrowser} and the system's Chromium. */
package ca.vitaravox.server.browser;

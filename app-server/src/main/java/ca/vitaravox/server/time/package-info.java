/**
 * The time zones that come with us. Java's own data is as old as the JDK that happens to run us, and several Canadian
 * provinces changed their clocks in 2026; a clinic must not be an hour wrong because a server's JDK is.
 *
 * <p>The data is the IANA time-zone database (public domain) as compiled TZif files (RFC 9636): the zone files of
 * Debian's package {@code tzdata}, packed with {@code tar --dereference -czf zoneinfo-VERSION.tar.gz -C
 * /usr/share/zoneinfo .} without {@code posix}, {@code right} and the tables. To update: put the new archive beside the
 * old one's place, change {@link ca.vitaravox.server.time.BundledZones#VERSION}, run the tests.
 */
package ca.vitaravox.server.time;

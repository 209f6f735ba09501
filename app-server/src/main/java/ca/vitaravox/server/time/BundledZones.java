package ca.vitaravox.server.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of all time zones, from the archive we ship, in place of the JDK's. {@code java.time} takes one provider
 * per zone, so this one has every zone of the IANA database, old names included; only {@code SystemV/*}, which the
 * database dropped in 2020, is not there.
 *
 * <p>It is chosen by {@code -Djava.time.zone.DefaultZoneRulesProvider=ca.vitaravox.server.time.BundledZones} or by
 * {@link Zones#install()}. The archive is opened once; a zone is read when it is first asked for. Safe for use by several
 * threads.
 */
public final class BundledZones extends ZoneRulesProvider {
    /** The release of the IANA time-zone database that is bundled. */
    public static final String VERSION = "2026f";

    private final ZoneArchive archive = open();
    private final Map<String, ZoneRules> read = new ConcurrentHashMap<>();

    /** Opens the bundled archive; called by the JDK, which wants a public constructor without arguments. */
    public BundledZones() {}

    @Override
    protected Set<String> provideZoneIds() {
        return archive.names();
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        return read.computeIfAbsent(zoneId, this::readRules);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        NavigableMap<String, ZoneRules> versions = new TreeMap<>();
        versions.put(VERSION, provideRules(zoneId, false));
        return versions;
    }

    private ZoneRules readRules(String zoneId) {
        try {
            return CompiledZone.read(archive.file(zoneId)).rules();
        } catch (RuntimeException broken) {
            throw new ZoneRulesException("Time zone " + zoneId + " cannot be read from " + VERSION, broken);
        }
    }

    private static ZoneArchive open() {
        try (InputStream packed = BundledZones.class.getResourceAsStream("zoneinfo-" + VERSION + ".tar.gz")) {
            return ZoneArchive.read(packed);
        } catch (IOException broken) {
            throw new UncheckedIOException("The bundled time-zone data cannot be read", broken);
        }
    }
}

package ca.vitaravox.server.serve;

import ca.vitaravox.postgres.Connections;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.cli.Version;
import ca.vitaravox.server.emr.EmrSwitchboard;
import ca.vitaravox.server.news.OpenPages;
import ca.vitaravox.server.watch.Metrics;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The figures that are as they are when asked for. */
final class Gauges {
    private Gauges() {}

    static void add(Metrics metrics, BooleanSupplier ready, Database database, EmrSwitchboard emrs, OpenPages pages) {
        metrics.gauge("vitaravox.build", "The release that runs, always 1", () -> 1, "version", Version.text());
        metrics.gauge("vitaravox.ready", "Whether it may be sent calls", () -> ready.getAsBoolean() ? 1 : 0);
        metrics.gauge("vitaravox.emr.down", "Clinics whose EMR did not answer when last asked", emrs::down);
        metrics.gauge("vitaravox.emr.breakers.open", "Clinics whose EMR is left alone for now", emrs::leftAlone);
        metrics.gauge("vitaravox.pages.open", "Pages that listen to news of their clinic", pages::count);
        Supplier<Connections.Use> use = database.connections()::use;
        String help = "Connections to the database";
        metrics.gauge("vitaravox.pool.connections", help, () -> use.get().active(), "state", "active");
        metrics.gauge("vitaravox.pool.connections", help, () -> use.get().idle(), "state", "idle");
        metrics.gauge(
                "vitaravox.pool.waiting",
                "Who waits for one of them",
                () -> use.get().waiting());
        metrics.gauge(
                "vitaravox.pool.most", "How many there may be", () -> use.get().most());
    }
}

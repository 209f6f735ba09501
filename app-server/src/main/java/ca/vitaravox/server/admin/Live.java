package ca.vitaravox.server.admin;

import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.news.ChangedClinics;
import ca.vitaravox.server.news.Listener;
import ca.vitaravox.server.news.OpenPages;
import ca.vitaravox.server.overview.PulseRoutes;
import java.time.InstantSource;

/**
 * The pages that are open, and what tells them of changes. Closing it ends them.
 *
 * @param pulse how clinics stand
 * @param pages those that listen here
 * @param changed told of the clinics in which this server changes something
 * @param heard what other servers tell
 */
public record Live(PulseRoutes pulse, OpenPages pages, ChangedClinics changed, Listener heard)
        implements AutoCloseable {
    /** Begins to listen and to tell. */
    public static Live start(Database database, InstantSource clock) {
        PulseRoutes pulse = new PulseRoutes(
                database.staff().tasks(),
                database.waitlist().entries(),
                database.waitlist().offers(),
                database.staff().calls(),
                database.clinicDirectory(),
                database.holdLedger(),
                clock);
        OpenPages pages = OpenPages.start(clinic -> pulse.of(clinic).toString(), clock);
        return new Live(
                pulse,
                pages,
                ChangedClinics.start(database.clinics()::tell, pages::changed),
                pages.hearing(database.news()::days));
    }

    @Override
    public void close() {
        pages.close();
        changed.close();
        heard.close();
    }
}

package ca.vitaravox.server.overview;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.news.OpenPages;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether anything changed in a clinic since somebody last looked, for whoever keeps a page open: how many tasks, entries
 * and offers there are, and for each kind of thing a name of how it stands. It tells nothing of anybody, so that asking
 * again and again leaves no entries in the trail; what changed is then read where reading is noted.
 */
public final class PulseRoutes {
    private static final Duration BEHIND = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(367);
    private static final int MOST_TASKS = 200;
    /** As many as a page has. */
    private static final int MOST_CALLS = 50;

    private static final Filter ALL_CALLS =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final TaskDesk tasks;
    private final WaitlistBook entries;
    private final OfferBook offers;
    private final CallArchive calls;
    private final ClinicDirectory clinics;
    private final HoldLedger holds;
    private final InstantSource clock;

    /** Of what is in these. */
    public PulseRoutes(
            TaskDesk tasks,
            WaitlistBook entries,
            OfferBook offers,
            CallArchive calls,
            ClinicDirectory clinics,
            HoldLedger holds,
            InstantSource clock) {
        this.clinics = clinics;
        this.holds = holds;
        this.tasks = tasks;
        this.entries = entries;
        this.offers = offers;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The routes.
     *
     * @param pages lets pages listen to how it changes
     */
    public List<Route> routes(OpenPages pages) {
        return List.of(
                new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/pulse", this::show),
                new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/pulse/stream", pages::open));
    }

    private void show(Visit visit) {
        visit.answer(200, of(visit.clinic()));
    }

    /** How a clinic stands now. */
    public ObjectNode of(ClinicId clinic) {
        List<TaskDesk.Kept> open = tasks.page(clinic, false, Optional.empty(), MOST_TASKS);
        List<WaitlistBook.Waiting> waiting = entries.waiting(clinic, clock.instant());
        var live = offers.live(clinic);
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.putObject("tasks").put("open", open.size()).put("state", state(open));
        shape.putObject("waitlist")
                .put("waiting", waiting.size())
                .put("offers", live.size())
                .put("state", state(List.of(waiting, live)));
        List<CallArchive.Brief> latest = calls.page(clinic, ALL_CALLS, Optional.empty(), MOST_CALLS);
        shape.putObject("calls").put("state", state(latest));
        shape.putObject("week").put("state", state(List.of(blocks(clinic), ends(latest))));
        return shape;
    }

    /** When calls ended: what they booked is read as an appointment by then. */
    private static List<Instant> ends(List<CallArchive.Brief> latest) {
        return latest.stream().flatMap(call -> call.endedAt().stream()).toList();
    }

    /** What calls keep from others, and booked: what becomes of a week by a call. */
    private List<?> blocks(ClinicId clinic) {
        Instant now = clock.instant();
        Set<ProviderId> providers =
                clinics.clinic(clinic).providers().stream().map(Provider::id).collect(Collectors.toSet());
        return holds.blocks(clinic, providers, new TimeRange(now.minus(BEHIND), now.plus(AHEAD)), now).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /** Names how something stands; nothing secret hangs on it. */
    private static String state(List<?> things) {
        return UUID.nameUUIDFromBytes(things.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

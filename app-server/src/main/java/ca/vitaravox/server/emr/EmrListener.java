package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.server.news.Listener;
import ca.vitaravox.server.news.Listener.Ear;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a switchboard what changed; while nothing can be heard, the switchboard reads settings at every question. */
public final class EmrListener {
    private EmrListener() {}

    /**
     * Listens until it is closed.
     *
     * @param also told of the clinics whose settings changed, after the switchboard
     */
    public static Listener start(EmrSwitchboard emrs, Supplier<ClinicNews> source, Consumer<ClinicId> also) {
        Consumer<ClinicId> told = clinic -> {
            emrs.changed(clinic);
            also.accept(clinic);
        };
        return Listener.start(
                "changes-of-emrs",
                () -> {
                    ClinicNews news = source.get();
                    return Ear.of(() -> news.await(Listener.SILENCE).forEach(told), news::close);
                },
                emrs::hears);
    }
}

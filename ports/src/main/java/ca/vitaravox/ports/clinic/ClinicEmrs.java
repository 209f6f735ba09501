package ca.vitaravox.ports.clinic;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** Driven port: which EMR each clinic has. Nothing is remembered between two questions. Thread-safe. */
public interface ClinicEmrs {
    /** The clinic's EMR; {@link EmrSettings#DEMO} if it was never given one. */
    EmrInUse emr(ClinicId clinic);

    /**
     * Puts what {@code change} makes of a clinic's settings in their place. If its calls are answered from another EMR
     * from now on, all that calls under way rest on ends with it: holds and slots, identifications, appointments they were
     * told of. Servers that listen ({@link ClinicNews}) hear of it. Others who change them at the same moment wait.
     *
     * @param change may be asked more than once; nothing is changed if it throws
     */
    void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant now);

    /** Gives a clinic these settings, as {@link #change} does. */
    default void save(ClinicId clinic, EmrSettings settings, Instant now) {
        change(clinic, before -> settings, now);
    }

    /**
     * Switches between a clinic's own EMR and demo data, as {@link #change} does.
     *
     * @throws NoSuchElementException if the clinic was never given an EMR
     * @throws IllegalArgumentException if it has no credentials to go live with
     */
    default void setLive(ClinicId clinic, boolean live, Instant now) {
        change(clinic, before -> before.live(live), now);
    }
}

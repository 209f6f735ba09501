package ca.vitaravox.ports.clinic;

import java.time.Instant;
import java.util.NoSuchElementException;

/** Driven port: which EMR each clinic has. Nothing is remembered between two questions. Thread-safe. */
public interface ClinicEmrs {
    /** The clinic's EMR; {@link EmrSettings#DEMO} if it was never given one. */
    EmrInUse emr(ClinicId clinic);

    /**
     * Gives a clinic these settings. If its calls are answered from another EMR from now on, all that calls under way rest
     * on ends with it: holds and slots, identifications, appointments they were told of. Servers that listen
     * ({@link EmrNews}) hear of it.
     */
    void save(ClinicId clinic, EmrSettings settings, Instant now);

    /**
     * Switches between a clinic's own EMR and demo data, as {@link #save} does.
     *
     * @throws NoSuchElementException if the clinic was never given an EMR
     * @throws IllegalArgumentException if it has no credentials to go live with
     */
    default void setLive(ClinicId clinic, boolean live, Instant now) {
        EmrSettings before = emr(clinic).settings();
        if (before.equals(EmrSettings.DEMO)) {
            throw new NoSuchElementException(clinic + " has no EMR of its own");
        }
        save(clinic, new EmrSettings(before.kind(), live, before.address(), before.credentials()), now);
    }
}

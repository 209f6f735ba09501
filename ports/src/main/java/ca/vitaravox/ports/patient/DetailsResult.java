package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.Provider;
import java.util.Optional;

/** A chart's details, or why they are not shown. */
public sealed interface DetailsResult {
    /**
     * The details.
     *
     * @param chart the chart
     * @param familyProvider the chart's family provider, where the clinic knows them
     */
    record Details(Chart chart, Optional<Provider> familyProvider) implements DetailsResult {}

    /** The patient was not verified in this call. */
    record NotVerified() implements DetailsResult {}

    /** Details are shown to the patient alone, not to somebody calling for them. */
    record NotForOthers() implements DetailsResult {}

    /** The EMR did not answer. */
    record EmrUnavailable() implements DetailsResult {}
}

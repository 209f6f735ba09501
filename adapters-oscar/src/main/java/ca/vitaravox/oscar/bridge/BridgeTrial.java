package ca.vitaravox.oscar.bridge;

import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Tries out whether a bridge answers, knows us, is of our release, and reaches its OSCAR. Thread-safe. */
public final class BridgeTrial {
    private static final int UNKNOWN_KEY = 401;
    private static final int ANOTHERS = 403;
    private static final int NO_SUCH_QUESTION = 404;
    private static final int ANSWERED = 200;

    private final OscarMeans means;
    private final String release;

    /**
     * A trial by these means.
     *
     * @param release ours
     */
    public BridgeTrial(OscarMeans means, String release) {
        this.means = means;
        this.release = release;
    }

    /** What is in the way, if something is. */
    public Optional<Trouble> at(ClinicId clinic, URI base, String apiKey, Deadline deadline) {
        BridgeLink link = new BridgeLink(clinic, base, apiKey, means);
        try {
            HttpResponse<byte[]> answer = link.ask(clinic, Question.Health.PATH, new Question.Health(), deadline);
            return switch (answer.statusCode()) {
                case ANSWERED -> trouble(answer.body());
                case UNKNOWN_KEY -> Optional.of(new Trouble.BridgeKeyRefused());
                case ANOTHERS -> Optional.of(new Trouble.BridgeOfAnother());
                case NO_SUCH_QUESTION -> Optional.of(new Trouble.BridgeReleaseDiffers(Optional.empty(), release));
                default -> Optional.of(new Trouble.BridgeUnwell(answer.statusCode()));
            };
        } catch (IOException silent) {
            return Optional.of(new Trouble.BridgeUnreachable());
        }
    }

    private Optional<Trouble> trouble(byte[] answer) throws IOException {
        BridgeHealth health;
        try {
            health = BridgeJson.mapper().readValue(answer, BridgeHealth.class);
        } catch (JsonProcessingException foreign) {
            return Optional.of(new Trouble.BridgeReleaseDiffers(Optional.empty(), release));
        }
        if (health == null || !release.equals(health.release())) {
            Optional<String> its = Optional.ofNullable(health)
                    .map(BridgeHealth::release)
                    .filter(name -> name.matches("[A-Za-z0-9.+-]{1,40}"));
            return Optional.of(new Trouble.BridgeReleaseDiffers(its, release));
        }
        return health.emrAnswers() ? Optional.empty() : Optional.of(new Trouble.BridgedSilent());
    }
}

package ca.vitaravox.server.assistant;

import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.WebhookAuth;
import ca.vitaravox.ports.clinic.WebhookSecrets;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.vapi.platform.ClinicSetup;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Gathers what a clinic's assistants are set up from. Thread-safe. */
final class SetupMaker {
    /** In what is only printed, where the server does not know its own address. */
    private static final URI SOMEWHERE = URI.create("https://your-server.invalid");

    private final ServerConfig config;
    private final ClinicDirectory directory;
    private final TransferPlans transfers;
    private final ClinicWebhooks webhooks;
    private final Envelope envelope;

    SetupMaker(
            ServerConfig config,
            ClinicDirectory directory,
            TransferPlans transfers,
            ClinicWebhooks webhooks,
            Envelope envelope) {
        this.config = config;
        this.directory = directory;
        this.transfers = transfers;
        this.webhooks = webhooks;
        this.envelope = envelope;
    }

    /**
     * A clinic's setup.
     *
     * @throws java.util.NoSuchElementException if there is no such clinic
     */
    ClinicSetup of(ClinicId id) {
        Clinic clinic = directory.clinic(id);
        List<Line> lines = directory.lines(id);
        Optional<WebhookSecrets> own = webhooks.secrets(id);
        WebhookAuth least = config.webhookAuth();
        return new ClinicSetup(
                clinic,
                lines,
                fallback(clinic, lines),
                URI.create(config.publicUrl().orElse(SOMEWHERE).toString().replaceFirst("/$", "") + "/vapi"),
                own.map(WebhookSecrets::auth)
                        .filter(auth -> !auth.isWeakerThan(least))
                        .orElse(least),
                own.map(secrets -> envelope.open(WebhookSecrets.place(id), secrets.secret()))
                        .orElseGet(() -> config.webhookSecret().orElseThrow().value()),
                config.vapi().vapiCarrier());
    }

    /** The front desk, or the clinic's own number; never a number whose calls come here again. */
    private Optional<PhoneNumber> fallback(Clinic clinic, List<Line> lines) {
        return transfers
                .plan(clinic.id())
                .usual()
                .map(TransferDestination::number)
                .filter(number -> !isAmong(lines, number))
                .or(() -> Optional.of(clinic.phone()).filter(number -> !isAmong(lines, number)));
    }

    private static boolean isAmong(List<Line> lines, PhoneNumber number) {
        return lines.stream().anyMatch(line -> line.number().equals(number));
    }
}

package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has calls handed on where a tool chose to: by an order to the voice platform once the tool's answer is out, or when
 * the platform asks where to. Thread-safe.
 */
final class TransferOrders {
    private static final Logger LOG = LoggerFactory.getLogger(TransferOrders.class);
    private static final String NOBODY = "There is nobody this call can be transferred to now. Call transfer_call with"
            + " the reason, and do what it answers.";

    private final Lines lines;
    private final TransferLedger transfers;
    private final CallControl control;
    private final Errands errands;
    private final Duration patience;
    private final InstantSource clock;

    TransferOrders(Lines lines, WebhookPorts ports, Errands errands, Duration patience) {
        this.lines = lines;
        this.transfers = ports.transfers();
        this.control = ports.control();
        this.errands = errands;
        this.patience = patience;
        this.clock = ports.clock();
    }

    private record Call(Line line, CallId id) {
        ClinicId clinic() {
            return line.clinic();
        }
    }

    /** Orders what was chosen for a call, on another thread; what was ordered already is not ordered again. */
    void place(Origin origin, Proof proof, String address) {
        errands.start(
                        () -> {
                            if (lines.owner(origin.called(), proof) instanceof Owner.Known known) {
                                call(origin, known).ifPresent(call -> order(call, origin, address));
                            }
                            return true;
                        },
                        patience)
                .exceptionally(thrown -> {
                    LOG.error("call {} was not handed on: {}", origin.callId().orElse(""), Trace.of(thrown));
                    return false;
                });
    }

    private void order(Call call, Origin origin, String address) {
        Optional<TransferDestination> to = transfers.order(call.clinic(), call.id(), clock.instant());
        if (to.isEmpty()) {
            return;
        }
        boolean taken = false;
        try {
            taken = control.transfer(address, to.get().number(), sentence(call, origin));
        } finally {
            if (!taken) {
                transfers.notOrdered(call.clinic(), call.id());
            }
        }
        LOG.info("call {} was {}", call.id(), taken ? "handed on" : "not handed on: the order was not taken");
    }

    /** Where a call goes whose platform asks. */
    Reply destination(Origin origin, Proof proof) {
        return errands.start(() -> chosen(origin, proof), patience)
                .exceptionally(thrown -> {
                    LOG.error("where call {} goes: {}", origin.callId().orElse(""), Trace.of(thrown));
                    return nobody();
                })
                .join();
    }

    private Reply chosen(Origin origin, Proof proof) {
        Owner owner = lines.owner(origin.called(), proof);
        if (owner instanceof Owner.OutOfReach) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        return Optional.of(owner)
                .filter(Owner.Known.class::isInstance)
                .flatMap(known -> call(origin, (Owner.Known) known))
                .flatMap(call -> transfers
                        .chosen(call.clinic(), call.id())
                        .map(to -> Reply.of(Json.object()
                                .set("destination", Destinations.of(to.number(), sentence(call, origin))))))
                .orElseGet(TransferOrders::nobody);
    }

    static Reply nobody() {
        return Reply.of(Json.object().put("error", NOBODY));
    }

    private static Optional<Call> call(Origin origin, Owner.Known known) {
        return origin.call().map(id -> new Call(known.line(), id));
    }

    private static String sentence(Call call, Origin origin) {
        return Voice.of(origin.language().orElse(call.line().language())).say(Phrase.ONE_MOMENT);
    }
}

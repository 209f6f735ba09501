package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Hands calls on while the clinic is open (or at any hour, where it says so), and takes messages otherwise. Thread-safe.
 */
public final class TransferDesk implements CallTransfer {
    /** How many messages one call may leave: more than anybody has reason to, and few enough for staff to read. */
    static final int MOST_MESSAGES = 5;

    private static final int DIGEST_CHARACTERS = 16;

    private final TransferPlans plans;
    private final ClinicInfo clinics;
    private final TransferLedger transfers;
    private final TaskBook tasks;
    private final InstantSource clock;

    /**
     * A desk that hands calls on as {@code plans} say.
     *
     * @param clinics tells whether a clinic is open
     * @param transfers keeps what was chosen for each call
     * @param tasks takes the messages
     */
    public TransferDesk(
            TransferPlans plans, ClinicInfo clinics, TransferLedger transfers, TaskBook tasks, InstantSource clock) {
        this.plans = plans;
        this.clinics = clinics;
        this.transfers = transfers;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Result transfer(CallContext call, Request request) {
        Optional<TransferDestination> destination = plans.plan(call.clinic())
                .destination(request.reason())
                .filter(there -> there.always()
                        || clinics.status(call.clinic(), call.language()).open());
        return destination.map(there -> handedOn(call, there)).orElseGet(() -> message(call, request));
    }

    private Result handedOn(CallContext call, TransferDestination destination) {
        boolean already = transfers.choose(call.clinic(), call.call(), destination, clock.instant());
        return new Result.HandedOn(destination, already);
    }

    /** Who says they are late need not be called back, if they say so in words. */
    private Result message(CallContext call, Request request) {
        if (request.reason() == TransferReason.LEAVE_MESSAGE
                && request.summary().isEmpty()) {
            return new Result.WordsNeeded();
        }
        Optional<PhoneNumber> callBack = request.callBack().or(call::caller);
        boolean enough = request.reason() == TransferReason.RUNNING_LATE
                && request.summary().isPresent();
        if (callBack.isEmpty() && !enough) {
            return new Result.NumberNeeded();
        }
        Message message = new Message(call.caller(), callBack, request.reason().word(), request.summary());
        Task task = new Task(
                TaskKind.MESSAGE,
                call.call() + "/" + digest(message),
                Optional.empty(),
                Optional.of(call.call()),
                clock.instant(),
                Optional.of(message));
        TaskBook.Adding adding = tasks.add(call.clinic(), task, MOST_MESSAGES);
        return adding == TaskBook.Adding.FULL
                ? new Result.MessagesFull()
                : new Result.MessageTaken(adding == TaskBook.Adding.ALREADY);
    }

    /** Tells a message from another of its call; the same one left twice is one. */
    private static String digest(Message message) {
        String all = message.reason() + '\n' + message.callBack().map(PhoneNumber::e164) + '\n' + message.text();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}

package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.Notice;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.util.Optional;

/** Has somebody told of an offer: a task for staff to phone, and a text message. Twice is once. Thread-safe. */
final class Messengers {
    private final TaskBook tasks;
    private final Outbox outbox;

    Messengers(TaskBook tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    void tell(ClinicId clinic, Offer offer, WaitlistEntry entry) {
        tasks.add(
                clinic,
                new Task(
                        TaskKind.PHONE_FOR_OPENING,
                        offer.id().value(),
                        entry.person().patient(),
                        Optional.empty(),
                        offer.since()));
        outbox.add(clinic, new Notice(offer.id(), entry.person().phone(), entry.language()), offer.since());
    }
}

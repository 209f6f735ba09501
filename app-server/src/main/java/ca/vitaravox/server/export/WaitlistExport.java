package ca.vitaravox.server.export;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.server.access.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who waits, in order.
 *
 * @param waiting they
 * @param times by which clock
 */
record WaitlistExport(List<Waiting> waiting, Times times) implements Export {
    @Override
    public void write(Csv file) throws IOException {
        file.row(
                "entry",
                "first_name",
                "last_name",
                "phone",
                "chart",
                "kind",
                "visit_type",
                "provider",
                "part_of_day",
                "weekdays",
                "priority",
                "since",
                "until",
                "language",
                "offered",
                "notes");
        for (Waiting each : waiting.subList(0, Math.min(waiting.size(), MOST_ROWS))) {
            write(file, each);
        }
        if (waiting.size() > MOST_ROWS) {
            file.row(MORE);
        }
    }

    private void write(Csv file, Waiting each) throws IOException {
        WaitlistEntry entry = each.entry();
        file.row(
                entry.id().value(),
                entry.person().name().first(),
                entry.person().name().last(),
                entry.person().phone().e164(),
                entry.person().patient().map(PatientId::value).orElse(""),
                Words.word(entry.kind()),
                entry.wish().visitType().value(),
                entry.wish().provider().map(ProviderId::value).orElse(""),
                Words.word(entry.wish().partOfDay()),
                entry.wish().weekdays().stream().sorted().map(Words::word).collect(Collectors.joining(" ")),
                Words.word(entry.priority()),
                times.of(entry.since()),
                times.of(entry.until()),
                entry.language().code(),
                each.asked() ? "yes" : "no",
                entry.notes().orElse(""));
    }
}

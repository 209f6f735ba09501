package ca.vitaravox.server.export;

import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallArchive.Brief;
import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.call.CallArchive.Mark;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Calls, the latest first.
 *
 * @param archive where they are
 * @param clinic whose
 * @param filter which
 * @param times by which clock
 */
record CallExport(CallArchive archive, ClinicId clinic, Filter filter, Times times) implements Export {
    @Override
    public void write(Csv file) throws IOException {
        file.row("call", "began", "ended", "caller", "wanted", "outcome", "tool_calls");
        Optional<Mark> after = Optional.empty();
        for (int rows = 0; rows < MOST_ROWS; rows += AT_A_TIME) {
            List<Brief> page = archive.page(clinic, filter, after, AT_A_TIME);
            for (Brief call : page) {
                write(file, call);
            }
            if (page.size() < AT_A_TIME) {
                return;
            }
            after = Optional.of(page.get(page.size() - 1).mark());
        }
        if (!archive.page(clinic, filter, after, 1).isEmpty()) {
            file.row(MORE);
        }
    }

    private void write(Csv file, Brief call) throws IOException {
        file.row(
                call.mark().call().value(),
                times.of(call.mark().at()),
                times.of(call.endedAt()),
                call.caller().map(PhoneNumber::e164).orElse(""),
                call.intent().map(Words::word).orElse(""),
                call.outcome().map(Words::word).orElse(""),
                Integer.toString(call.toolCalls()));
    }
}

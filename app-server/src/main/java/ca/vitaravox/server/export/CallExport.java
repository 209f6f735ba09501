package ca.vitaravox.server.export;

import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallArchive.Brief;
import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Words;
import java.io.IOException;
import java.util.List;

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
        new Rows(file)
                .write(
                        (last, most) -> archive.page(clinic, filter, last.map(Brief::mark), most),
                        (List<Brief> page) -> {
                            for (Brief call : page) {
                                write(file, call);
                            }
                        });
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

package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps the records of calls, and clears up after each. Thread-safe. */
public final class CallDiaryDesk implements CallDiary {
    private final ClinicDirectory clinics;
    private final CallLog log;
    private final Transcripts transcripts;
    private final HoldLedger holds;
    private final InstantSource clock;

    /**
     * A diary kept in {@code log}; holds of calls that ended are released in {@code holds}.
     *
     * @param transcripts where what was said is kept, of clinics that keep it; of all others nothing gets there
     */
    public CallDiaryDesk(
            ClinicDirectory clinics, CallLog log, Transcripts transcripts, HoldLedger holds, InstantSource clock) {
        this.clinics = clinics;
        this.log = log;
        this.transcripts = transcripts;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public void learn(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news) {
        log.add(clinic, call, caller, news, clock.instant());
        if (news instanceof CallNews.Ended || news instanceof CallNews.Reported) {
            holds.release(clinic, call, clock.instant());
            derive(clinic, call);
        }
        if (news instanceof CallNews.Reported report) {
            report.transcript().ifPresent(said -> keep(clinic, call, said));
        }
    }

    @Override
    public void note(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        boolean over = log.add(clinic, call, caller, toolCall);
        if (over) {
            derive(clinic, call);
        }
    }

    private void derive(ClinicId clinic, CallId call) {
        WhatHappened happened = WhatHappened.in(
                log.call(clinic, call).map(CallRecord::toolCalls).orElseThrow());
        log.derived(clinic, call, happened.intent(), happened.outcome());
    }

    private void keep(ClinicId clinic, CallId call, String said) {
        if (clinics.clinic(clinic).keepsTranscripts()) {
            transcripts.keep(clinic, call, said, clock.instant());
        }
    }
}

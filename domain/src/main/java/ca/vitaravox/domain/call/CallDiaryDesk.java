package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps the records of calls, and clears up after each. Thread-safe. */
public final class CallDiaryDesk implements CallDiary {
    private final CallLog log;
    private final HoldLedger holds;
    private final InstantSource clock;

    /** A diary kept in {@code log}; holds of calls that ended are released in {@code holds}. */
    public CallDiaryDesk(CallLog log, HoldLedger holds, InstantSource clock) {
        this.log = log;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public void learn(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news) {
        log.add(clinic, call, caller, news, clock.instant());
        if (news instanceof CallNews.Ended || news instanceof CallNews.Reported) {
            holds.release(clinic, call, clock.instant());
            WhatHappened happened = WhatHappened.in(
                    log.call(clinic, call).map(CallRecord::toolCalls).orElseThrow());
            log.derived(clinic, call, happened.intent(), happened.outcome());
        }
    }
}

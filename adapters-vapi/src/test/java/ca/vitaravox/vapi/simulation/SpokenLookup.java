package ca.vitaravox.vapi.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Has the caller recognised by the number they call from.
 *
 * @param line where it is asked
 */
record SpokenLookup(ToolLine line) implements PatientLookup {
    @Override
    public LookupResult byPhone(CallContext call, ByPhone query) {
        ObjectNode arguments = ToolLine.arguments();
        query.firstName().ifPresent(name -> arguments.put("first_name", name));
        query.birthDate().ifPresent(day -> arguments.put("date_of_birth", day.toString()));
        Heard heard = line.call("search_patient_by_phone", arguments);
        return switch (heard.code()) {
            case "" -> found(heard);
            case "TOO_MANY_ATTEMPTS" -> new LookupResult.TooManyAttempts();
            case "EMR_UNAVAILABLE" -> new LookupResult.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }

    private static LookupResult found(Heard heard) {
        boolean several = heard.text("matches").equals("several");
        if (heard.has("patient_id")) {
            IdentityLevel level = IdentityLevel.valueOf(heard.text("level").toUpperCase(Locale.ROOT));
            return new LookupResult.Identified(new PatientId(heard.text("patient_id")), level, several);
        }
        return switch (heard.text("next")) {
            case "ask_first_name" -> new LookupResult.FirstNameNeeded(several);
            case "ask_date_of_birth" -> new LookupResult.SecondFactorNeeded();
            default -> new LookupResult.NotFound();
        };
    }

    @Override
    public LookupResult byName(CallContext call, ByName query) {
        throw new UnsupportedOperationException("everybody in this town calls from home");
    }

    @Override
    public DetailsResult details(CallContext call, PatientId patient) {
        throw new UnsupportedOperationException("nobody in this town asks for their details");
    }
}

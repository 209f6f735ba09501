package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Lines;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Tells a verified patient what is on their chart. */
final class GetPatientTool implements Tool {
    private static final int LONGEST_NAME = 60;

    private final PatientLookup lookup;

    GetPatientTool(PatientLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "get_patient";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Optional<PatientId> patient = input.arguments().id("patient_id", PatientId::new);
        return patient.isEmpty()
                ? Draft.unverified(input.voice()).result()
                : answer(lookup.details(input.call(), patient.get()), input.voice());
    }

    private static ToolResult answer(DetailsResult result, Voice voice) {
        if (result instanceof DetailsResult.Details details) {
            return Draft.success(voice.say(Phrase.CHART_OPEN))
                    .with("patient", shape(details))
                    .result();
        }
        if (result instanceof DetailsResult.NotVerified) {
            return Draft.unverified(voice).result();
        }
        if (result instanceof DetailsResult.NotForOthers) {
            return Draft.refusal(Code.IDENTITY_NOT_VERIFIED, voice.say(Phrase.PATIENT_ONLY))
                    .next(Next.TRANSFER_TO_STAFF)
                    .result();
        }
        if (result instanceof DetailsResult.EmrUnavailable) {
            return Draft.refusal(Code.EMR_UNAVAILABLE, voice).result();
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }

    private static ObjectNode shape(DetailsResult.Details details) {
        Chart chart = details.chart();
        ObjectNode patient = JsonNodeFactory.instance
                .objectNode()
                .put("first_name", Lines.shown(chart.name().first(), LONGEST_NAME))
                .put("last_name", Lines.shown(chart.name().last(), LONGEST_NAME))
                .put("date_of_birth", chart.birthDate().toString());
        chart.phones().stream()
                .findFirst()
                .map(PhoneNumber::last4)
                .ifPresent(last4 -> patient.put("phone_last4", last4));
        chart.healthNumber().map(HealthNumber::last4).ifPresent(last4 -> patient.put("health_number_last4", last4));
        patient.put("email_on_file", chart.emailOnFile()).put("address_on_file", chart.addressOnFile());
        details.familyProvider().ifPresent(provider -> patient.set("family_provider", ProviderShape.of(provider)));
        return patient;
    }
}

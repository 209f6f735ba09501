package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.access.Secrets;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An EMR as JSON. Of what we prove ourselves with the last four characters are shown, and none of what is short. */
final class EmrShape {
    private final Envelope envelope;

    EmrShape(Envelope envelope) {
        this.envelope = envelope;
    }

    ObjectNode of(ClinicId clinic, EmrSettings settings) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("kind", settings.kind())
                .put("live", settings.live())
                .put("answersFrom", settings.isDemo() ? EmrSettings.DEMO_KIND : settings.kind());
        settings.address()
                .ifPresent(address -> shape.put("baseUrl", address.base().toString())
                        .put("signingUrl", address.signingBase().toString())
                        .put("timezone", address.zone().getId()));
        settings.credentials()
                .ifPresent(kept -> shape.set(
                        "credentials",
                        settings.kind().equals(BridgeMaker.KIND) ? key(clinic, kept) : credentials(clinic, kept)));
        return shape;
    }

    private ObjectNode key(ClinicId clinic, String kept) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        try {
            return shape.put("readable", true)
                    .put("apiKey", Secrets.end(envelope.open(EmrSettings.place(clinic), kept)));
        } catch (UnsealableException lost) {
            return shape.removeAll().put("readable", false);
        }
    }

    private ObjectNode credentials(ClinicId clinic, String kept) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        try {
            OscarSecrets open = EmrCredentials.open(envelope, clinic, kept);
            shape.put("readable", true)
                    .put("clientKey", Secrets.end(open.client().key()))
                    .put("clientSecret", Secrets.end(open.client().secret()));
            open.token()
                    .ifPresent(token -> shape.put("token", Secrets.end(token.token()))
                            .put("tokenSecret", Secrets.end(token.secret())));
            open.soap()
                    .ifPresent(soap -> shape.put("soapUsername", Secrets.end(soap.username()))
                            .put("soapPassword", Secrets.end(soap.password())));
            return shape;
        } catch (UnsealableException lost) {
            return shape.put("readable", false);
        }
    }
}

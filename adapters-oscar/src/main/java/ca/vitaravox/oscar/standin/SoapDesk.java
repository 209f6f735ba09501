package ca.vitaravox.oscar.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SOAP services (measured on Open-O; the same for classic: read). A user name token is taken as text and without a
 * time; who has none, or a wrong one, gets a fault and nothing else.
 */
final class SoapDesk {
    private static final String ENVELOPE = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<soap:Body>%s</soap:Body></soap:Envelope>";
    private static final String XML = "text/xml;charset=UTF-8";
    private static final int FIRST_SECURITY_ID = 129;

    private final Office office;
    private final SoapSchedules schedules;
    private final SoapPatients patients;

    SoapDesk(Office office) {
        this.office = office;
        this.schedules = new SoapSchedules(office);
        this.patients = new SoapPatients(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.SOAP_LOGIN, this::logIn,
                Endpoint.SOAP_SCHEDULE, this::answer,
                Endpoint.SOAP_DEMOGRAPHIC, this::answer);
    }

    private Reply logIn(Call call) {
        SoapRequest request = SoapRequest.read(call.message().text());
        List<LoginRow> rows = office.tables().logins();
        for (int at = 0; at < rows.size(); at++) {
            LoginRow row = rows.get(at);
            if (row.username().equals(request.argument(0)) && row.password().equals(request.argument(1))) {
                String id = Integer.toString(FIRST_SECURITY_ID + at);
                String key = office.tables()
                        .soapKeys()
                        .computeIfAbsent(id, any -> office.ids().get());
                String provider = "<provider><providerNo>" + row.provider() + "</providerNo></provider>";
                return returned(
                        request.operation(),
                        List.of(provider + "<securityId>" + id + "</securityId><securityTokenKey>" + key
                                + "</securityTokenKey>"));
            }
        }
        return fault("soap:Server", "Invalid Username/Password", "");
    }

    private Reply answer(Call call) {
        SoapRequest request = SoapRequest.read(call.message().text());
        boolean known = Optional.ofNullable(office.tables().soapKeys().get(request.username()))
                .filter(key -> key.equals(request.password()))
                .isPresent();
        if (!known) {
            return fault(
                    "ns1:SecurityError",
                    "A security error was encountered when verifying the message",
                    " xmlns:ns1=\"http://ws.apache.org/wss4j\"");
        }
        Map<String, SoapOperation> operations = new LinkedHashMap<>(schedules.operations());
        operations.putAll(patients.operations());
        return Optional.ofNullable(operations.get(request.operation()))
                .map(operation -> returned(request.operation(), operation.returned(request)))
                .orElseGet(() -> fault("soap:Client", "no such operation", ""));
    }

    /** What one operation does, and each of its {@code return}s. */
    @FunctionalInterface
    interface SoapOperation {
        List<String> returned(SoapRequest request);
    }

    private static Reply returned(String operation, List<String> returned) {
        StringBuilder body = new StringBuilder("<ns2:" + operation + "Response xmlns:ns2=\"http://ws.oscarehr.org/\"");
        if (returned.isEmpty()) {
            body.append("/>");
        } else {
            body.append('>');
            returned.forEach(each -> body.append("<return>").append(each).append("</return>"));
            body.append("</ns2:").append(operation).append("Response>");
        }
        return Reply.of(200, XML, ENVELOPE.formatted(body));
    }

    private static Reply fault(String code, String text, String namespaces) {
        return Reply.of(
                        500,
                        XML,
                        ENVELOPE.formatted("<soap:Fault><faultcode" + namespaces + ">" + code
                                + "</faultcode><faultstring>" + text + "</faultstring></soap:Fault>"))
                .with("Connection", "close");
    }
}

package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reading one chart, in three sizes (measured). */
final class DemographicReads {
    private final Office office;
    private final DemographicJson json;

    DemographicReads(Office office) {
        this.office = office;
        this.json = new DemographicJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.DEMOGRAPHIC, call -> shown(call, json::full, Reply.empty(204)),
                Endpoint.DEMOGRAPHIC_BASIC, call -> shown(call, json::basic, Reply.empty(204)),
                Endpoint.DEMOGRAPHIC_SUMMARY,
                        call -> shown(call, json::summary, office.replies().exception()),
                Endpoint.DEMOGRAPHICS, this::all,
                Endpoint.IS_UNIQUE_HC, this::isUnique);
    }

    private Reply shown(Call call, Function<DemographicRow, ObjectNode> shape, Reply ifUnknown) {
        office.callerWho('r', "_demographic", call);
        return office.tables()
                .demographics()
                .find(call.number("id"))
                .map(shape)
                .map(chart -> Accepted.isXml(call.message())
                        ? Reply.of(200, "application/xml;charset=UTF-8", new XmlBody(office.time()).of(chart))
                        : office.replies().json(chart))
                .orElse(ifUnknown);
    }

    /** Of no use in any form. */
    private Reply all(Call call) {
        office.caller(call);
        return Reply.of(
                        500,
                        Replies.TEXT,
                        "JAXBException occurred : javax.xml.bind.JAXBException: class"
                                + " ca.openosp.openo.webserv.rest.to.model.DemographicTo1 nor any of its super class"
                                + " is known to this context.. ")
                .with("Connection", "close");
    }

    private Reply isUnique(Call call) {
        office.caller(call);
        int patient = call.queryNumber("demographicNo").orElse(0);
        Optional<String> hin = call.query("hin");
        boolean taken = office.tables().demographics().all().stream()
                .anyMatch(row -> row.number() != patient
                        && row.text(DemographicColumn.HIN).equals(hin.orElse(null)));
        return office.replies().json(Json.generic(!taken, null));
    }
}

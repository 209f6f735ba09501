package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeMap;

/** A chart as JAXB writes it: fields by name, nothing for null, lists as repeated elements (measured). */
final class XmlBody {
    private static final Set<String> TIMES = Set.of("dateOfBirth", "dateCreated", "lastUpdateDate", "createDate");

    private final OscarTime time;

    XmlBody(OscarTime time) {
        this.time = time;
    }

    String of(ObjectNode chart) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        write(xml, "demographicTo1", chart, "");
        return xml.toString();
    }

    private void write(StringBuilder xml, String name, JsonNode value, String indent) {
        if (value.isNull()) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> write(xml, name, item, indent));
        } else if (value instanceof ObjectNode object) {
            writeObject(xml, name, object, indent);
        } else {
            xml.append(indent).append('<').append(name).append('>').append(text(name, value));
            xml.append("</").append(name).append(">\n");
        }
    }

    private void writeObject(StringBuilder xml, String name, ObjectNode object, String indent) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        if (fields.isEmpty()) {
            xml.append(indent).append('<').append(name).append("/>\n");
            return;
        }
        xml.append(indent).append('<').append(name).append(">\n");
        fields.forEach((field, value) -> write(xml, field, value, indent + "    "));
        xml.append(indent).append("</").append(name).append(">\n");
    }

    private String text(String name, JsonNode value) {
        return TIMES.contains(name)
                ? time.xml(value.asLong())
                : value.asText().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

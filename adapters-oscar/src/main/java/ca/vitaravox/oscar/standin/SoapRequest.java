package ca.vitaravox.oscar.standin;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A SOAP request, read by other means than the adapter writes and reads with. */
final class SoapRequest {
    private final Document document;

    private SoapRequest(Document document) {
        this.document = document;
    }

    static SoapRequest read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new SoapRequest(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new Refused(Reply.empty(500));
        }
    }

    String operation() {
        return call().getLocalName();
    }

    /** The text of an argument; empty if it was left out. */
    String argument(int number) {
        return argumentElement(number).map(Node::getTextContent).orElse("");
    }

    /** The text of an element within the first argument; empty if there is none. */
    String field(String name) {
        return argumentElement(0)
                .flatMap(argument -> child(argument, name))
                .map(Node::getTextContent)
                .orElse("");
    }

    String username() {
        return text("Username");
    }

    String password() {
        return text("Password");
    }

    private Optional<Element> argumentElement(int number) {
        return child(call(), "arg" + number);
    }

    private Element call() {
        Element body = (Element) document.getElementsByTagNameNS("*", "Body").item(0);
        for (Node each = body.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                return element;
            }
        }
        throw new Refused(Reply.empty(500));
    }

    private static Optional<Element> child(Element of, String name) {
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getLocalName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private String text(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}

package ca.vitaravox.oscar.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that nobody vouches for: no document types, hence no entities to expand or to fetch, and a bounded number and
 * depth of elements. Namespaces are left out: OSCAR's answers have no two of one name. Thread-safe.
 */
final class SoapXml {
    /** A month of a busy provider's days has a tenth of it. */
    static final int MOST_ELEMENTS = 50_000;

    static final int DEEPEST = 30;

    private static final XMLInputFactory FACTORY = hardened();

    private SoapXml() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for a document");
        });
        return factory;
    }

    /**
     * The one element a document consists of.
     *
     * @throws IOException if it is no XML, has a document type or an entity in it, or is larger than the bounds above
     */
    static SoapElement read(byte[] document) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            throw new IOException("the answer is no XML that is read here", malformed);
        }
    }

    private static SoapElement read(XMLStreamReader reader) throws XMLStreamException, IOException {
        Deque<SoapElement.Builder> open = new ArrayDeque<>();
        SoapElement root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    open.push(new SoapElement.Builder(reader.getLocalName()));
                    if (elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw new IOException("an answer of too many elements");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!open.isEmpty()) {
                        open.peek().add(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    SoapElement closed = open.pop().built();
                    if (open.isEmpty()) {
                        root = closed;
                    } else {
                        open.peek().add(closed);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new IOException("an answer with a document type or an entity");
                default -> {}
            }
        }
        if (root == null) {
            throw new IOException("an answer without an element");
        }
        return root;
    }
}

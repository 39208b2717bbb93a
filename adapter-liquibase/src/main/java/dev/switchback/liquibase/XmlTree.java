package dev.switchback.liquibase;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a changelog in XML without Liquibase, and so without its schema: a document type and what comes with it (entities,
 * other files) is refused, and nothing is fetched. Used by one thread.
 */
final class XmlTree {
    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";
    private static final int DEEPEST = 50;

    private final XMLStreamReader reader;

    private XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    static ChangelogNode read(String text) throws UnreadableChangelogException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("another file");
        });
        try {
            return new XmlTree(factory.createXMLStreamReader(new StringReader(text))).document();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            // not the parser's message, which can quote the text
            throw new UnreadableChangelogException(
                    line,
                    "is not well-formed XML at this place",
                    "close every element, quote every attribute, and write &lt; and &amp; for < and &");
        }
    }

    private ChangelogNode document() throws XMLStreamException, UnreadableChangelogException {
        Optional<ChangelogNode> root = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = Optional.of(element(0));
            } else {
                refuse(event);
            }
        }
        return root.orElseThrow(() -> new UnreadableChangelogException(1, "has no element", "write a changelog"));
    }

    private ChangelogNode element(int depth) throws XMLStreamException, UnreadableChangelogException {
        int line = line();
        if (depth > DEEPEST) {
            throw new UnreadableChangelogException(line, "is nested too deeply", "write it flatter");
        }
        String name = reader.getLocalName();
        checkNamespace(name, line);
        List<ChangelogNode> children = attributes(line);
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            } else {
                refuse(reader.getEventType());
            }
        }
        return new ChangelogNode(
                name, line, false, Optional.of(text.toString().strip()).filter(t -> !t.isEmpty()), children);
    }

    private List<ChangelogNode> attributes(int line) throws UnreadableChangelogException {
        List<ChangelogNode> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.add(
                        new ChangelogNode(name, line, true, Optional.of(reader.getAttributeValue(i)), List.of()));
            } else if (!namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                throw foreign(name, line);
            }
        }
        return attributes;
    }

    private void checkNamespace(String name, int line) throws UnreadableChangelogException {
        String namespace = reader.getNamespaceURI();
        if (namespace != null && !namespace.isEmpty() && !namespace.startsWith(NAMESPACE)) {
            throw foreign(name, line);
        }
    }

    private static UnreadableChangelogException foreign(String name, int line) {
        return new UnreadableChangelogException(
                line,
                "has '" + Shown.name(name) + "' of a namespace that is not Liquibase's",
                "write it in SQL instead");
    }

    private void refuse(int event) throws UnreadableChangelogException {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableChangelogException(
                    line(), "has a DOCTYPE, with which it could read other files", "remove the DOCTYPE");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableChangelogException(
                    line(), "refers to an entity that XML does not have", "write the text itself");
        }
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }
}

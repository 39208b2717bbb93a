package dev.switchback.liquibase;

import dev.switchback.api.error.UnsupportedCapabilityException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A well-formed XML document with one element per line, or an error. Attributes with an empty name are left out. */
final class IndentedXml implements AutoCloseable {

    private static final String INDENT = "  ";

    private final XMLStreamWriter xml;
    private int depth;
    private boolean open;

    IndentedXml(Writer out) throws XMLStreamException {
        // the JDK's own, whatever else is on the class path
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    void start(String name, String... attributes) throws XMLStreamException {
        newLine();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
        open = true;
    }

    void end() throws XMLStreamException {
        depth--;
        if (!open) {
            newLine();
        }
        xml.writeEndElement();
        open = false;
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        newLine();
        xml.writeEmptyElement(name);
        attributes(attributes);
        open = false;
    }

    void element(String name, String text, String... attributes) throws XMLStreamException {
        newLine();
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(checked(text));
        xml.writeEndElement();
        open = false;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i].isEmpty()) {
                xml.writeAttribute(namesAndValues[i], checked(namesAndValues[i + 1]));
            }
        }
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static String checked(String text) {
        for (int c : text.codePoints().toArray()) {
            if (!isAllowed(c)) {
                throw new UnsupportedCapabilityException(
                        "liquibase",
                        "the character U+%04X in a changelog: XML cannot hold it".formatted(c),
                        "write it as a function of the database, such as CHAR(%d); nothing was exported".formatted(c));
            }
        }
        return text;
    }

    /** What XML 1.0 calls a <a href="https://www.w3.org/TR/xml/#charsets">character</a>. */
    private static boolean isAllowed(int c) {
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        return blank || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }
}

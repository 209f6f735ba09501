package ca.vitaravox.oscar.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of XML with what is in it.
 *
 * @param name its name without a namespace
 * @param text the characters directly in it
 * @param children the elements in it, in their order
 */
record SoapElement(String name, String text, List<SoapElement> children) {
    SoapElement {
        children = List.copyOf(children);
    }

    /** The first element in it of that name. */
    Optional<SoapElement> child(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted)).findFirst();
    }

    /** All elements in it of that name. */
    List<SoapElement> all(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted)).toList();
    }

    /** The text of the first element in it of that name, stripped; empty if there is none. */
    String text(String wanted) {
        return child(wanted).map(each -> each.text.strip()).orElse("");
    }

    /** One that is being read. */
    static final class Builder {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<SoapElement> children = new ArrayList<>();

        Builder(String name) {
            this.name = name;
        }

        void add(String characters) {
            text.append(characters);
        }

        void add(SoapElement child) {
            children.add(child);
        }

        SoapElement built() {
            return new SoapElement(name, text.toString(), children);
        }
    }

    /** Names alone: what is in it may be about patients. */
    @Override
    public String toString() {
        return "<" + name + ">";
    }
}

package ca.vitaravox.oscar.soap;

import java.util.Optional;

/**
 * One call of an operation, before it is written. Its text names the operation alone.
 *
 * @param service the service, as its address ends: {@code ScheduleService}
 * @param operation the operation
 * @param arguments its arguments as XML: elements {@code arg0}, {@code arg1}, …
 */
record SoapCall(String service, String operation, String arguments) {
    private static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    static SoapCall of(String service, String operation) {
        return new SoapCall(service, operation, "");
    }

    /** The same with one argument more, by its number: OSCAR reads arguments that are left out as null. */
    SoapCall with(int argument, String value) {
        return withXml(argument, escaped(value));
    }

    /** The same with an argument that is XML. */
    SoapCall withXml(int argument, String xml) {
        String name = "arg" + argument;
        return new SoapCall(service, operation, arguments + "<" + name + ">" + xml + "</" + name + ">");
    }

    /** An element with a text. */
    static String element(String name, String value) {
        return "<" + name + ">" + escaped(value) + "</" + name + ">";
    }

    /** The whole document; with a user name token, as text and without a time, which OSCAR wants. */
    String envelope(Optional<SoapSession> session) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:ws=\"http://ws.oscarehr.org/\">"
                + session.map(SoapCall::header).orElse("")
                + "<soapenv:Body><ws:" + operation + ">" + arguments + "</ws:" + operation + "></soapenv:Body>"
                + "</soapenv:Envelope>";
    }

    private static String header(SoapSession session) {
        return "<soapenv:Header><wsse:Security soapenv:mustUnderstand=\"1\" xmlns:wsse=\"" + SECURITY
                + "wssecurity-secext-1.0.xsd\"><wsse:UsernameToken>"
                + element("wsse:Username", session.securityId())
                + "<wsse:Password Type=\"" + SECURITY + "username-token-profile-1.0#PasswordText\">"
                + escaped(session.key())
                + "</wsse:Password></wsse:UsernameToken></wsse:Security></soapenv:Header>";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(SoapCall::isOfXml).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 has no room for control characters, escaped or not. */
    private static boolean isOfXml(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }

    @Override
    public String toString() {
        return service + "." + operation;
    }
}

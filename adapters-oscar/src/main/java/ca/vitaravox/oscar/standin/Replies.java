package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.JsonNode;

/** The answers that do not depend on what was asked, as each line gives them (measured, unless it says otherwise). */
final class Replies {
    static final String TEXT = "text/plain;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String XML_FAULT = "<ns1:XMLFault xmlns:ns1=\"http://cxf.apache.org/bindings/xformat\">"
            + "<ns1:faultstring xmlns:ns1=\"http://cxf.apache.org/bindings/xformat\">%s</ns1:faultstring></ns1:XMLFault>";
    private static final String ERROR_PAGE = """
            <html>
            <head><title>OSCAR Error</title></head>
            <body>
            <h1>An error has occurred in this application.</h1>
            <p>Please contact your system administrator.</p>
            </body>
            </html>
            """;

    private final Line line;

    Replies(Line line) {
        this.line = line;
    }

    Reply json(JsonNode body) {
        return Reply.of(200, line.json(), body.toString());
    }

    /** JSON, and after it what broke while it was being written. */
    Reply jsonThenFault(JsonNode body, String fault) {
        return Reply.of(200, line.json(), body + XML_FAULT.formatted(fault));
    }

    /** Whatever a resource threw, no rights included: a page without the cause, or nothing. */
    Reply exception() {
        return line.isClassic() ? closing(Reply.empty(500)) : closing(Reply.of(500, HTML, ERROR_PAGE));
    }

    /** What CXF could not read: no JSON, or a field that the class has not. */
    Reply unreadable() {
        return line.isClassic() ? Reply.empty(500) : closing(Reply.empty(500));
    }

    /** What Open-O's own mapper of exceptions says. */
    Reply internalServerError() {
        return closing(Reply.of(500, line.json(), "Internal server error"));
    }

    /** Open-O: a 500 that says it is JSON and is XML. */
    Reply fault(String cause) {
        return closing(Reply.of(
                500, line.json(), XML_FAULT.formatted("ca.openosp.openo.webserv.oauth.OAuth1Exception: " + cause)));
    }

    /** Classic: who asks is not known. */
    Reply unauthorized() {
        return Reply.empty(401).with("WWW-Authenticate", "OAuth");
    }

    Reply form(int status, String body) {
        return Reply.of(status, line.isClassic() ? "application/x-www-form-urlencoded" : FORM_UTF_8, body);
    }

    Reply text(int status, String body) {
        return Reply.of(status, TEXT, body);
    }

    Reply page(String body) {
        return Reply.of(200, HTML, body).with("Content-Language", "en");
    }

    private static Reply closing(Reply reply) {
        return reply.with("Connection", "close");
    }

    private static final String FORM_UTF_8 = "application/x-www-form-urlencoded;charset=UTF-8";
}

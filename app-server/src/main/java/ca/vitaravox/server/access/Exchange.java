package ca.vitaravox.server.access;

import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.Optional;

/** What a {@link Visit} is asked and answered through: HTTP, or a page that asks the same from within. */
interface Exchange {
    /** The HTTP request that is behind it. */
    Context context();

    /** A parameter of the path; refuses with {@link IllegalArgumentException} where there is none. */
    String path(String name);

    Optional<String> query(String name);

    Optional<String> header(String name);

    Body body();

    void tell(String header, String value);

    void answer(int status);

    void answer(int status, String type, String text);

    /** Where an answer is written that is too long to be held. */
    OutputStream answer(int status, String type);

    /** A request over HTTP. */
    record OverHttp(Context context) implements Exchange {
        @Override
        public String path(String name) {
            return context.pathParam(name);
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(context.queryParam(name));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(context.header(name));
        }

        @Override
        public Body body() {
            return Body.of(context);
        }

        @Override
        public void tell(String header, String value) {
            context.header(header, value);
        }

        @Override
        public void answer(int status) {
            context.status(status);
        }

        @Override
        public void answer(int status, String type, String text) {
            context.status(status).contentType(type).result(text);
        }

        @Override
        public OutputStream answer(int status, String type) {
            return context.status(status).contentType(type).outputStream();
        }
    }
}

package ca.vitaravox.server.access;

import io.javalin.http.HandlerType;
import java.util.List;

/** The pages of the web application, to whom the {@link AccessTable} lets people in as it does everywhere. */
public interface Pages {
    /** All of them. */
    List<Page> all();

    /** Shows somebody why they do not see what they asked for, or leads them to where they sign in. */
    void refuse(PageVisit visit, Problem problem);

    /**
     * A page, or what a form of one does.
     *
     * @param method the method
     * @param path the path, as in {@link AccessTable}
     * @param handler what it does for somebody who may
     */
    record Page(HandlerType method, String path, Handler handler) {}

    /** What a page does. */
    @FunctionalInterface
    interface Handler {
        /** Answers a request that was let in; throws a {@link Problem} to refuse it. */
        void handle(PageVisit visit);
    }
}

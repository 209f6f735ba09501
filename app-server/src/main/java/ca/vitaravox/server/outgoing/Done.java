package ca.vitaravox.server.outgoing;

import java.nio.channels.CompletionHandler;
import java.util.function.Consumer;

/** What is done when something was done, or was not. */
final class Done {
    private Done() {}

    static <T> CompletionHandler<T, Void> with(Consumer<T> next, Consumer<Throwable> otherwise) {
        return new CompletionHandler<>() {
            @Override
            public void completed(T result, Void nothing) {
                next.accept(result);
            }

            @Override
            public void failed(Throwable failure, Void nothing) {
                otherwise.accept(failure);
            }
        };
    }
}

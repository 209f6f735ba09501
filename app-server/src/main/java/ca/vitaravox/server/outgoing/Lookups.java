package ca.vitaravox.server.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Looks hosts up, each once at a time and on one thread, however many want to know: a name server may be silent. */
final class Lookups {
    private final Lookup lookup;
    private final Executor threads;
    private final Map<String, CompletableFuture<List<InetAddress>>> flying = new ConcurrentHashMap<>();

    Lookups(Lookup lookup, Executor threads) {
        this.lookup = lookup;
        this.threads = threads;
    }

    /** A host's addresses; fails if it has none. */
    CompletableFuture<List<InetAddress>> of(String host) {
        return flying.computeIfAbsent(host, name -> {
            CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
            threads.execute(() -> answer(name, answer));
            return answer;
        });
    }

    private void answer(String host, CompletableFuture<List<InetAddress>> answer) {
        List<InetAddress> found;
        try {
            found = lookup.addresses(host);
        } catch (UnknownHostException | RuntimeException unknown) {
            flying.remove(host);
            answer.completeExceptionally(unknown);
            return;
        }
        flying.remove(host);
        answer.complete(found);
    }
}

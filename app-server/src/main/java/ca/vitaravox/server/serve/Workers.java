package ca.vitaravox.server.serve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for tool calls, and for reads of EMRs beside them: enough for several clinics whose EMRs hang, and all others.
 * Closing them lets what runs finish, for 5 seconds at most; a write that takes longer is finished by another server.
 *
 * @param threads a virtual thread for each task where the JDK has them (21 and newer), else a bounded pool that refuses
 *     what it cannot take
 */
public record Workers(ExecutorService threads) implements AutoCloseable {
    private static final int PLATFORM_THREADS = 250;
    private static final int WAITING = 1_000;
    private static final int LAST_TASKS_SECONDS = 5;

    /** Starts them. */
    public static Workers start() {
        return new Workers(executor());
    }

    private static ExecutorService executor() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (NoSuchMethodException | IllegalAccessException olderJdk) {
            return platform();
        } catch (Throwable broken) {
            throw new IllegalStateException("virtual threads do not start", broken);
        }
    }

    private static ExecutorService platform() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                PLATFORM_THREADS, PLATFORM_THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_TASKS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

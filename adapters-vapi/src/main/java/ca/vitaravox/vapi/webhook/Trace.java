package ca.vitaravox.vapi.webhook;

/** What may be logged of an exception: its kind and where it came from. Its message may hold a patient's data. */
final class Trace {
    private static final int DEEPEST = 5;

    private Trace() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : " < ").append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, DEEPEST); i++) {
                text.append(i == 0 ? " at " : ", ").append(frames[i]);
            }
            each = each.getCause();
        }
        return text.toString();
    }
}

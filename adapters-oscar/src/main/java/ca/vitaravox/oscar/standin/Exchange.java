package ca.vitaravox.oscar.standin;

import java.io.IOException;

/** One request and its answer, with what goes wrong between them. */
final class Exchange {
    private final Wire wire;
    private final Replies replies;

    Exchange(Wire wire, Replies replies) {
        this.wire = wire;
        this.replies = replies;
    }

    /** Does what goes wrong before the work; true if no work and no answer are to follow. */
    boolean failsBefore(Mishap mishap) throws IOException, InterruptedException {
        Fault fault = mishap.fault();
        switch (fault.kind()) {
            case DELAY -> mishap.await();
            case HANG -> hang(mishap);
            case DROP -> wire.drop();
            default -> wire.send(replaced(fault));
        }
        return fault.kind() != Fault.Kind.DELAY;
    }

    /** Answers, with what goes wrong after the work. */
    void failAfter(Mishap mishap, Reply reply) throws IOException, InterruptedException {
        Fault fault = mishap.fault();
        switch (fault.kind()) {
            case DELAY -> {
                mishap.await();
                wire.send(reply);
            }
            case HANG -> hang(mishap);
            case DROP -> wire.drop();
            case HALF_A_BODY -> wire.sendHalf(reply);
            case SLOW_BODY -> wire.sendSlowly(reply, mishap);
            default -> wire.send(replaced(fault));
        }
    }

    private void hang(Mishap mishap) throws InterruptedException {
        mishap.await();
        wire.drop();
    }

    private Reply replaced(Fault fault) {
        if (fault.kind() == Fault.Kind.GARBAGE) {
            return Reply.of(200, "application/json;charset=UTF-8", "{\"content\":[{]\u0000<html>");
        }
        Reply page = replies.exception();
        return new Reply(fault.status(), page.contentType(), page.headers(), page.body());
    }
}

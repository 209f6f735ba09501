package ca.vitaravox.server.setup;

import ca.vitaravox.ports.booking.SetUp.Lack;
import ca.vitaravox.ports.booking.SetUp.Step;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is lacking, as JSON, by step. */
final class SetUpShape {
    private SetUpShape() {}

    static ObjectNode of(List<Lack> lacking) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("ready", lacking.isEmpty());
        ArrayNode steps = shape.putArray("steps");
        for (Step step : Step.values()) {
            List<Lack> its = lacking.stream()
                    .filter(lack -> lack.reason().step() == step)
                    .toList();
            ObjectNode one = steps.addObject().put("step", Words.word(step)).put("done", its.isEmpty());
            one.set("lacking", each(its));
        }
        return shape;
    }

    private static ArrayNode each(List<Lack> lacking) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Lack lack : lacking) {
            ObjectNode one = all.addObject()
                    .put("step", Words.word(lack.reason().step()))
                    .put("reason", Words.word(lack.reason()))
                    .put("message", LackWords.of(lack));
            if (!lack.about().isEmpty()) {
                one.put("about", lack.about());
            }
        }
        return all;
    }
}

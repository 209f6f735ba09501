package ca.vitaravox.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Such tests are left out, in a line that says so, where no NGINX is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NginxNeeded.Condition.class)
public @interface NginxNeeded {
    /** Whether it is there. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Nginx.program().isPresent()) {
                return ConditionEvaluationResult.enabled("nginx is installed");
            }
            String why = "no nginx is installed: install it (apt-get install nginx) to have the edge tested";
            LoggerFactory.getLogger(NginxNeeded.class).warn("{} is left out: {}", context.getDisplayName(), why);
            return ConditionEvaluationResult.disabled(why);
        }
    }
}

package ca.vitaravox.archtests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiPredicate;

/** Time, chance, threads and the console come from outside, so that a day at the clinic can be played in a test. */
final class PurityRules {
    private static final String SERVER = "..vitaravox.server..";
    private static final Set<String> DELAYS = Set.of("orTimeout", "completeOnTimeout", "delayedExecutor");

    private PurityRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule("now", nobodyAsksForTheTime()),
                new HouseRule("clock", onlyTheServerHasAClock()),
                new HouseRule("chance", onlyTheServerThrowsDice()),
                new HouseRule("threads", theDomainStartsNoThreads()),
                new HouseRule("sleep", nobodySleeps()),
                new HouseRule("console", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.as("nobody writes to the console")),
                new HouseRule("logging", logsGoThroughSlf4j()));
    }

    private static ArchRule nobodyAsksForTheTime() {
        return noClasses()
                .should()
                .accessTargetWhere(uses(
                        "the machine's time",
                        (owner, target) ->
                                target.equals("now()") && owner.getPackageName().startsWith("java.time")
                                        || target.equals("now(java.time.ZoneId)")
                                        || target.equals("currentTimeMillis()")
                                        || target.equals("<init>()") && owner.isEquivalentTo(Date.class)
                                        || target.startsWith("getInstance(") && owner.isEquivalentTo(Calendar.class)))
                .as("nobody asks the machine for the time: it comes from an InstantSource");
    }

    private static ArchRule onlyTheServerHasAClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .accessTargetWhere(uses(
                        "a clock of the system",
                        (owner, target) -> target.startsWith("system")
                                && (owner.isEquivalentTo(InstantSource.class) || owner.isEquivalentTo(Clock.class))))
                .as("only the server makes the InstantSource that everybody is given");
    }

    private static ArchRule onlyTheServerThrowsDice() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .accessTargetWhere(uses(
                        "chance",
                        (owner, target) -> target.equals("randomUUID()") && owner.isEquivalentTo(UUID.class)
                                || target.equals("random()") && owner.isEquivalentTo(Math.class)
                                || target.equals("current()") && owner.isEquivalentTo(ThreadLocalRandom.class)
                                || target.startsWith("<init>") && owner.isAssignableTo(Random.class)
                                || target.startsWith("<init>") && owner.isEquivalentTo(SplittableRandom.class)))
                .as("only the server makes ids and other random things");
    }

    private static ArchRule theDomainStartsNoThreads() {
        return noClasses()
                .that()
                .resideInAnyPackage("..vitaravox.domain..", "..vitaravox.ports..")
                .should()
                .accessTargetWhere(uses(
                        "threads of its own",
                        (owner, target) -> target.startsWith("<init>") && owner.isAssignableTo(Thread.class)
                                || target.startsWith("start") && owner.isAssignableTo(Thread.class)
                                || target.startsWith("<init>") && owner.isAssignableTo(ThreadPoolExecutor.class)
                                || target.startsWith("parallelStream(")
                                || target.equals("parallel()")
                                || owner.isAssignableTo(Timer.class)
                                || owner.isEquivalentTo(Executors.class)
                                || owner.isAssignableTo(ForkJoinPool.class)
                                || owner.isAssignableTo(CompletableFuture.class) && startsAThread(target)))
                .as("the domain starts no threads: work runs on an executor it was given");
    }

    private static boolean startsAThread(String target) {
        String name = target.substring(0, target.indexOf('('));
        return DELAYS.contains(name) || name.endsWith("Async") && !target.contains(Executor.class.getName());
    }

    private static ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .accessTargetWhere(uses(
                        "sleep", (owner, target) -> target.startsWith("sleep(") && owner.isAssignableTo(Thread.class)))
                .as("nobody sleeps: what is to happen later is claimed or scheduled");
    }

    private static ArchRule logsGoThroughSlf4j() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .as("logs go through SLF4J");
    }

    /** Matches by owner and by signature, such as {@code now(java.time.ZoneId)}; method references are seen too. */
    private static DescribedPredicate<JavaAccess<?>> uses(String what, BiPredicate<JavaClass, String> target) {
        return describe(
                what,
                access -> access.getTarget() instanceof CodeUnitAccessTarget called
                        && target.test(called.getOwner(), signature(called)));
    }

    private static String signature(CodeUnitAccessTarget called) {
        return called.getName() + "("
                + String.join(
                        ",",
                        called.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList())
                + ")";
    }
}

package ca.vitaravox.archtests;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule, and the package under {@code fixtures} in which it is broken.
 *
 * <p>Rules speak of packages such as {@code ..vitaravox.domain..}, so that they hold for the house and for its
 * imitations alike.
 */
record HouseRule(String fixture, ArchRule rule) {
    @Override
    public String toString() {
        return rule.getDescription();
    }
}

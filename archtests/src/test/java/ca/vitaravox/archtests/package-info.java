/**
 * The rules of the house, as tests over the compiled classes of all modules. Every rule is also applied to a small
 * imitation of the house under {@code fixtures}, where each class whose name begins with {@code Breaks} must be caught
 * and no other: a rule that catches nothing is no rule.
 */
package ca.vitaravox.archtests;

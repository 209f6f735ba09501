package ca.vitaravox.oscar.bridge;

/**
 * How a bridge is.
 *
 * @param release what it is of: the values that go over it are those of one release
 * @param emrAnswers whether its EMR answers, and takes its token
 */
record BridgeHealth(String release, boolean emrAnswers) {}

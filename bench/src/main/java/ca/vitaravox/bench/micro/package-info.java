/** Small things measured each by itself, with JMH. */
package ca.vitaravox.bench.micro;

/**
 * What every implementation of a driven port has to keep, as tests: extend a contract and give it the implementation.
 * Each test uses a clinic of its own, so that all can share one database.
 */
package ca.vitaravox.ports.contract;

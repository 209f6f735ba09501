package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.clinic.Envelope;

/**
 * Whom the webhook believes beside those who know the platform's secret, and how much of it.
 *
 * @param webhooks the secrets that clinics have of their own
 * @param envelope opens them
 * @param signatures those that were seen
 * @param rates how many tool calls are executed
 */
public record WebhookTrust(ClinicWebhooks webhooks, Envelope envelope, SeenSignatures signatures, CallRates rates) {}

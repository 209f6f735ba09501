// The webhook on Express and pg, as such a middleware is usually written: checks the signature, reads the JSON, sends the
// statements one by one, writes the JSON. It knows two tools and waits for nobody's deadline. It does less than ours: no
// transaction is bound to a clinic, and statements that belong together are not kept together.
'use strict';

const crypto = require('node:crypto');
const express = require('express');
const { Pool } = require('pg');

const secret = process.env.WEBHOOK_SECRET;
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
const clinics = new Map();
const query = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const TAKE = `
  WITH gone AS (
    DELETE FROM seen_signatures WHERE (clinic_id, signature) IN (
      SELECT clinic_id, signature FROM seen_signatures WHERE clinic_id = $1 AND until <= $2 AND signature <> $3
       ORDER BY until LIMIT 3 FOR UPDATE SKIP LOCKED)
  ), taken AS (
    INSERT INTO seen_signatures AS s (clinic_id, signature, until) VALUES ($1, $3, $4)
    ON CONFLICT (clinic_id, signature) DO UPDATE SET until = excluded.until, answer = NULL WHERE s.until <= $2
    RETURNING signature
  )
  SELECT EXISTS (SELECT FROM taken) AS first,
         (SELECT answer FROM seen_signatures WHERE clinic_id = $1 AND signature = $3) AS answer`;
const RENEW = `
  WITH held AS (
    SELECT slot_id FROM slots WHERE clinic_id = $1 AND call_id = $2 AND state = 'held' AND until > $3
     ORDER BY slot_id FOR UPDATE
  )
  UPDATE slots s SET until = greatest(s.until, least($4, s.offered_at + interval '10 minutes'))
   WHERE s.clinic_id = $1 AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM held)) AND s.state = 'held'`;
const NOTE = `
  WITH record AS (
    INSERT INTO calls AS c (clinic_id, call_id, caller, first_heard_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (clinic_id, call_id) DO UPDATE SET caller = coalesce(c.caller, excluded.caller)
  )
  INSERT INTO tool_calls (clinic_id, call_id, tool_call_id, tool, at, took_micros, code, outcome)
  VALUES ($1, $2, $5, $6, $4, $7, NULL, NULL)
  ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
    tool = excluded.tool, at = excluded.at, took_micros = excluded.took_micros, code = excluded.code,
    outcome = excluded.outcome`;
const CLAIM = `
  INSERT INTO tool_replies AS r (clinic_id, call_id, tool_call_id, request, until) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (clinic_id, call_id, tool_call_id) DO UPDATE SET
    request = excluded.request, answer = NULL, until = excluded.until WHERE r.until <= $6`;
const BEGIN = `
  WITH counts AS (
    SELECT (SELECT count(*) FROM failed_attempts WHERE clinic_id = $1 AND call_id = $2) AS in_call,
           (SELECT count(*) FROM failed_attempts
             WHERE clinic_id = $1 AND at > $4 AND caller IS NOT DISTINCT FROM CAST($3 AS text)) AS from_caller,
           (SELECT coalesce(max(attempts), 0)
              FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
                     WHERE clinic_id = $1 AND at > $4 AND patient_id = ANY ($5) GROUP BY patient_id) AS charts) AS on_chart
  ), attempt AS (
    INSERT INTO failed_attempts (clinic_id, call_id, caller, at)
    SELECT $1, $2, $3, $4 FROM counts WHERE in_call < 3 AND from_caller < 5 AND on_chart < 10
    RETURNING clinic_id, attempt_id, at
  ), aimed AS (
    INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
    SELECT clinic_id, patient_id, attempt_id, at FROM attempt, unnest($5::text[]) AS patient_id
  )
  SELECT attempt_id FROM attempt`;
const CHARTS = `
  SELECT c.*, ARRAY (SELECT phone FROM demo_chart_phones p
                      WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id ORDER BY place) AS phones
    FROM demo_charts c
   WHERE clinic_id = $1 AND active
     AND EXISTS (SELECT FROM demo_chart_phones p
                  WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id AND p.phone = $2)
   LIMIT 50`;
const IS_ON = `
  WITH counts AS (
    SELECT coalesce(max(attempts), 0) AS on_chart
      FROM (SELECT count(*) AS attempts FROM failed_attempt_charts
             WHERE clinic_id = $1 AND at > $2 AND patient_id = ANY ($3) GROUP BY patient_id) AS charts
  ), aimed AS (
    INSERT INTO failed_attempt_charts (clinic_id, patient_id, attempt_id, at)
    SELECT clinic_id, patient_id, attempt_id, at FROM failed_attempts, unnest($3::text[]) AS patient_id, counts
     WHERE clinic_id = $1 AND attempt_id = $4 AND on_chart < 10
  )
  SELECT on_chart < 10 AS open FROM counts`;
const AUDIT = `
  INSERT INTO audit (clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result)
  VALUES ($1, $2, $3, 'self', NULL, NULL, NULL, 'identify', $4, NULL, 'done') RETURNING position`;
const KEEP = `
  INSERT INTO identifications AS i (clinic_id, call_id, patient_id, level, relationship, family_provider, at)
  VALUES ($1, $2, $3, 'verified', 'self', NULL, $4)
  ON CONFLICT (clinic_id, call_id, patient_id) DO UPDATE SET
    level = CASE WHEN i.level = 'verified' THEN i.level ELSE excluded.level END,
    relationship = excluded.relationship, family_provider = excluded.family_provider, at = excluded.at`;

async function clinicOf(line) {
  if (!clinics.has(line)) {
    clinics.set(line, (await query('line', 'SELECT clinic_id FROM lines WHERE number = $1', [line]))[0].clinic_id);
  }
  return clinics.get(line);
}

function info(clinic) {
  const hours = {};
  for (const day of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']) {
    hours[day] = [{ open: '09:00', close: '17:00' }];
  }
  return {
    success: true,
    say: `${clinic} is closed now. It opens on Monday, March 2 at 9 AM.`,
    clinic: {
      name: clinic, phone: '+16045550100', address: '1 Test Street', timezone: 'America/Vancouver',
      accepting_new_patients: true, waitlist_enabled: true, languages: ['en'], hours, is_open: false,
      opens_next: '2026-03-02T09:00-08:00',
    },
  };
}

async function lookup(clinic, call) {
  const known = '+known' + call.caller;
  await query('known', `SELECT patient_id FROM known_callers WHERE clinic_id = $1 AND number = $2 AND seen_at > $3
    ORDER BY seen_at DESC, patient_id LIMIT 5`, [clinic, known, call.at]);
  const attempt = (await query('begin', BEGIN, [clinic, call.call, call.caller, call.at, []]))[0].attempt_id;
  const patient = (await query('charts', CHARTS, [clinic, call.caller]))[0].patient_id;
  await query('is-on', IS_ON, [clinic, call.at, [patient], attempt]);
  await query('identified', `SELECT patient_id, level, relationship, family_provider FROM identifications
    WHERE clinic_id = $1 AND call_id = $2 AND patient_id = $3`, [clinic, call.call, patient]);
  await query('audit', AUDIT, [clinic, call.at, call.call, patient]);
  await query('keep', KEEP, [clinic, call.call, patient, call.at]);
  await query('withdraw', 'DELETE FROM failed_attempts WHERE clinic_id = $1 AND attempt_id = $2', [clinic, attempt]);
  await query('seen', `INSERT INTO known_callers (clinic_id, number, patient_id, seen_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (clinic_id, number, patient_id) DO UPDATE SET seen_at = excluded.seen_at`,
    [clinic, known, patient, call.at]);
  await query('cut', `DELETE FROM known_callers WHERE clinic_id = $1 AND number = $2 AND patient_id IN (
    SELECT patient_id FROM known_callers WHERE clinic_id = $1 AND number = $2 ORDER BY seen_at DESC, patient_id OFFSET 5)`,
    [clinic, known]);
  await query('offers', 'SELECT * FROM waitlist_offers WHERE clinic_id = $1 AND live ORDER BY since, offer_id', [clinic]);
  return {
    success: true, say: 'Thank you, Casey, I have found your chart.', found: true, matches: 'one', patient_id: patient,
    level: 'verified',
  };
}

app.use(express.json({
  limit: '1mb',
  verify: (request, response, body) => {
    const signed = crypto.createHmac('sha256', secret)
      .update(request.headers['x-timestamp'] + '.').update(body).digest();
    const told = Buffer.from(request.headers['x-signature'] || '', 'hex');
    if (told.length !== signed.length || !crypto.timingSafeEqual(told, signed)) {
      throw Object.assign(new Error('not signed'), { status: 401 });
    }
  },
}));

app.post('/vapi', async (request, response) => {
  const message = request.body.message;
  if (message.type !== 'tool-calls') {
    return response.json({});
  }
  const tool = message.toolCallList[0];
  const call = {
    call: message.call.id, caller: message.customer.number, at: new Date(),
  };
  const signature = request.headers['x-signature'];
  const clinic = await clinicOf(message.phoneNumber.number);
  const taken = await query('take', TAKE, [clinic, call.at, signature, new Date(call.at.getTime() + 360000)]);
  if (!taken[0].first) {
    throw new Error('seen before');
  }
  let result;
  if (tool.function.name === 'search_patient_by_phone') {
    await query('claim', CLAIM, [clinic, call.call, tool.id, JSON.stringify(tool.function.arguments),
      new Date(call.at.getTime() + 6000), call.at]);
    await query('renew', RENEW, [clinic, call.call, call.at, new Date(call.at.getTime() + 180000)]);
    result = await lookup(clinic, call);
    await query('answered', `UPDATE tool_replies SET answer = $1, until = $2
      WHERE clinic_id = $3 AND call_id = $4 AND tool_call_id = $5`,
      [JSON.stringify(result), new Date(call.at.getTime() + 86400000), clinic, call.call, tool.id]);
  } else {
    await query('renew', RENEW, [clinic, call.call, call.at, new Date(call.at.getTime() + 180000)]);
    result = info(clinic);
  }
  const results = { results: [{ toolCallId: tool.id, name: tool.function.name, result: JSON.stringify(result) }] };
  response.json(results);
  await query('note', NOTE, [clinic, call.call, call.caller, call.at, tool.id, tool.function.name,
    (Date.now() - call.at.getTime()) * 1000]);
  await query('remember', 'UPDATE seen_signatures SET answer = $1 WHERE clinic_id = $2 AND signature = $3',
    [JSON.stringify(results), clinic, signature]);
});

app.use((error, request, response, next) => {
  if (response.headersSent) {
    return next(error);
  }
  return response.status(error.status || 500).json({ error: error.message });
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listens on 127.0.0.1:${server.address().port}`));

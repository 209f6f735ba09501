-- Who waits for an opening, which times came free, what was offered to whom, and the text messages about it.

-- Times that were an appointment's. Written by whoever cancels or moves it; the waitlist takes them up.
CREATE TABLE freed_openings (
    clinic_id      text NOT NULL REFERENCES clinics,
    opening_id     text NOT NULL,                              -- the appointment, and the start it had
    appointment_id text NOT NULL,                              -- the EMR's
    provider_id    text NOT NULL,
    starts         timestamptz NOT NULL,
    ends           timestamptz NOT NULL CHECK (ends > starts),
    moved_to       text,                                       -- the appointment that took its place
    moved_start    timestamptz,
    freed_at       timestamptz NOT NULL,
    put_off        text,                                       -- why it is looked at again later
    closed         text,                                       -- why it is offered to nobody any more
    closed_at      timestamptz,
    PRIMARY KEY (clinic_id, opening_id),
    CHECK ((moved_to IS NULL) = (moved_start IS NULL)),
    CHECK ((closed IS NULL) = (closed_at IS NULL))
);
CALL keep_clinics_apart('freed_openings');
GRANT SELECT, INSERT, UPDATE, DELETE ON freed_openings TO vitaravox_app;

-- An entry whose time is over waits no longer, though nobody ended it: readers compare "until" with their now.
--
-- Somebody who asks for a person who waits already, and may not know so, gets an entry that only seems to be one: it
-- counts in positions and limits, so that nothing tells it apart, and is never offered anything.
CREATE TABLE waitlist_entries (
    clinic_id         text NOT NULL REFERENCES clinics,
    entry_id          text NOT NULL,
    kind              text NOT NULL,
    first_name        text NOT NULL,
    last_name         text NOT NULL,
    phone             text NOT NULL,                           -- E.164: where staff reach them
    person_key        text NOT NULL,                           -- the letters of the name, and the number
    patient_id        text,                                    -- where they were identified
    family_provider   text,
    visit_type        text NOT NULL,
    provider_id       text,                                    -- with this one only
    part_of_day       text NOT NULL,
    weekdays          text[] NOT NULL,                         -- empty: all
    priority          smallint NOT NULL,                       -- the lowest first
    since             timestamptz NOT NULL,
    until             timestamptz NOT NULL,
    language          text NOT NULL,
    appointment_id    text,                                    -- the one they have, and would rather have earlier
    appointment_start timestamptz,
    notes             text,
    call_id           text NOT NULL,                           -- who asked for it,
    caller            text,                                    -- E.164; null when withheld
    shadow_of         text,                                    -- the entry it only seems to stand beside
    ended             text,
    ended_at          timestamptz,
    PRIMARY KEY (clinic_id, entry_id),
    CHECK ((appointment_id IS NULL) = (appointment_start IS NULL)),
    CHECK ((ended IS NULL) = (ended_at IS NULL))
);
-- one person, one entry
CREATE UNIQUE INDEX waitlist_entries_by_person ON waitlist_entries (clinic_id, person_key)
    WHERE ended IS NULL AND shadow_of IS NULL;
CREATE UNIQUE INDEX waitlist_entries_by_patient ON waitlist_entries (clinic_id, patient_id)
    WHERE ended IS NULL AND shadow_of IS NULL;
CREATE INDEX waitlist_entries_in_order ON waitlist_entries (clinic_id, priority, since, entry_id) WHERE ended IS NULL;
CALL keep_clinics_apart('waitlist_entries');
GRANT SELECT, INSERT, UPDATE, DELETE ON waitlist_entries TO vitaravox_app;

CREATE TABLE waitlist_offers (
    clinic_id   text NOT NULL REFERENCES clinics,
    offer_id    text NOT NULL,
    opening_id  text NOT NULL,
    entry_id    text NOT NULL,
    provider_id text NOT NULL,
    starts      timestamptz NOT NULL,
    ends        timestamptz NOT NULL CHECK (ends > starts),
    visit_type  text NOT NULL,
    state       text NOT NULL CHECK (state IN (
        'matched', 'contacting', 'on_the_line',
        'accepted', 'declined', 'expired', 'taken', 'too_close', 'withdrawn')),
    live        boolean NOT NULL,
    slot_id     text,                                          -- the hold
    until       timestamptz,                                   -- contacting: when it runs out
    call_id     text,                                          -- on the line: the phone call
    version     integer NOT NULL,
    since       timestamptz NOT NULL,                          -- in this state
    PRIMARY KEY (clinic_id, offer_id),
    FOREIGN KEY (clinic_id, opening_id) REFERENCES freed_openings ON DELETE CASCADE,
    FOREIGN KEY (clinic_id, entry_id) REFERENCES waitlist_entries ON DELETE CASCADE,
    CHECK (live = (state IN ('matched', 'contacting', 'on_the_line'))),
    CHECK (state <> 'contacting' OR slot_id IS NOT NULL AND until IS NOT NULL),
    CHECK (state <> 'on_the_line' OR slot_id IS NOT NULL AND call_id IS NOT NULL),
    -- nobody is asked twice for one opening
    UNIQUE (clinic_id, opening_id, entry_id),
    -- One time of one provider is offered to one person at a time, whatever opening it belongs to. Clinic and provider as
    -- one text, as with slots.
    CONSTRAINT waitlist_offers_do_not_overlap
        EXCLUDE USING gist ((clinic_id || '/' || provider_id) WITH =, tstzrange(starts, ends, '[)') WITH &&)
        WHERE (live)
);
-- never two live offers for one opening, nor to one person
CREATE UNIQUE INDEX waitlist_offers_of_opening ON waitlist_offers (clinic_id, opening_id) WHERE live;
CREATE UNIQUE INDEX waitlist_offers_of_entry ON waitlist_offers (clinic_id, entry_id) WHERE live;
CALL keep_clinics_apart('waitlist_offers');
GRANT SELECT, INSERT, UPDATE, DELETE ON waitlist_offers TO vitaravox_app;

-- Text messages about offers. The number goes when the message has ended.
CREATE TABLE outbox (
    clinic_id text NOT NULL REFERENCES clinics,
    offer_id  text NOT NULL,
    phone     text,                                            -- E.164
    language  text NOT NULL,
    added_at  timestamptz NOT NULL,
    attempts  integer NOT NULL DEFAULT 0,
    ended     text,
    ended_at  timestamptz,
    PRIMARY KEY (clinic_id, offer_id),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK ((ended IS NULL) = (phone IS NOT NULL))
);
CALL keep_clinics_apart('outbox');
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO vitaravox_app;

-- What is to be seen to, and from when on: openings not closed, messages not ended. Servers take from it what is due of
-- all clinics, before they know whose it is, so it is without row-level security and holds nothing but ids and a time.
CREATE TABLE waitlist_work (
    clinic_id text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('opening', 'message')),
    id        text NOT NULL,
    due       timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, kind, id)
);
CREATE INDEX waitlist_work_by_due ON waitlist_work (kind, due);
GRANT SELECT, INSERT, UPDATE, DELETE ON waitlist_work TO vitaravox_app;

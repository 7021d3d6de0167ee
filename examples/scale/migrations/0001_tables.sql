-- Ids are SHA-256 hashes: of an event's key with the endpoint in front (`EventKey::scoped`, `digest`), and
-- of endpoint, provider and id for everything else. So an id of any length fits an index, and two
-- installations of one platform stay apart. JSON is text, because `json` and `jsonb` refuse some of it.

CREATE TABLE event (
    id bytea PRIMARY KEY,
    weak boolean NOT NULL,          -- its key counts for ten minutes only
    endpoint text NOT NULL,
    provider text NOT NULL,
    kind text NOT NULL,
    message bytea,
    conversation bytea,
    contact bytea,
    occurred_at timestamptz,        -- NULL if the provider does not say
    received_at timestamptz NOT NULL,
    revision bytea NOT NULL,        -- of deliveries with one key, the greatest one's JSON stays
    json text NOT NULL
);

-- Effects to carry out, one row a new event, written in the statement that stores the event. Whoever works
-- on them takes rows by FOR UPDATE SKIP LOCKED and deletes them in the transaction that has the effect.
CREATE TABLE outbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event bytea NOT NULL
);

CREATE TABLE message (
    id bytea PRIMARY KEY,
    endpoint text NOT NULL,
    provider text NOT NULL,
    message_id text NOT NULL CHECK (octet_length(message_id) <= 1024),
    deleted boolean NOT NULL,       -- once it is, it stays so: the deletion may come before the message
    conversation bytea,
    content text,                   -- the message as JSON, from the event with the greatest revision
    revision bytea
);

-- What was reported of a message. The row with the highest rank is the current status.
CREATE TABLE status (
    message bytea NOT NULL,
    status text NOT NULL,
    rank smallint NOT NULL,
    at timestamptz,                 -- the earliest that was reported
    PRIMARY KEY (message, status)
);

CREATE TABLE failure (
    message bytea NOT NULL,
    id bytea NOT NULL,
    json text NOT NULL,
    PRIMARY KEY (message, id)
);

CREATE TABLE conversation (
    id bytea PRIMARY KEY,
    endpoint text NOT NULL,
    provider text NOT NULL,
    key text NOT NULL,
    deleted boolean NOT NULL,
    last_at timestamptz,            -- of its latest event
    status text,
    status_revision bytea,
    assignee text,                  -- the assignment as JSON
    assignee_revision bytea
);

CREATE TABLE contact (
    id bytea PRIMARY KEY,
    endpoint text NOT NULL,
    provider text NOT NULL,
    deleted boolean NOT NULL,
    json text,                      -- from the event with the greatest revision that has a name
    revision bytea
);

-- Bodies that could not be stored whole. Replay them from here after a fix; the stream keeps them for
-- days only.
CREATE TABLE dead (
    id bytea PRIMARY KEY,
    reason text NOT NULL,           -- `body` does not parse, `part` has misfits, `database` refused it
    endpoint text NOT NULL,
    provider text NOT NULL,
    received_at timestamptz NOT NULL,
    errors text NOT NULL,           -- one line each, with JSON pointer
    body bytea NOT NULL             -- not text: it need not be UTF-8
);

-- New events, and their effects in the same statement.
WITH new AS (
    INSERT INTO event (id, weak, endpoint, provider, kind, message, conversation, contact,
        occurred_at, received_at, revision, json)
    SELECT * FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
        $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
        $11::bytea[], $12::text[])
    ON CONFLICT (id) DO NOTHING
    RETURNING id
)
INSERT INTO outbox (event) SELECT id FROM new

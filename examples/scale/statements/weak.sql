-- Events with a weak key whose row is more than ten minutes older: another fact, which takes its row.
WITH again AS (
    SELECT new.* FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
        $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
        $11::bytea[], $12::text[])
        AS new (id, weak, endpoint, provider, kind, message, conversation, contact,
            occurred_at, received_at, revision, json)
    JOIN event USING (id)
    WHERE new.weak AND new.received_at > event.received_at + interval '10 minutes'
    ORDER BY id
    FOR UPDATE OF event
), changed AS (
    UPDATE event SET (occurred_at, received_at, revision, json)
        = (again.occurred_at, again.received_at, again.revision, again.json)
    FROM again WHERE event.id = again.id
        AND again.received_at > event.received_at + interval '10 minutes'
    RETURNING event.id
)
INSERT INTO outbox (event) SELECT id FROM changed

-- Deliveries of a known event that say it in other words: the greatest revision stays.
WITH greater AS (
    SELECT new.* FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
        $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
        $11::bytea[], $12::text[])
        AS new (id, weak, endpoint, provider, kind, message, conversation, contact,
            occurred_at, received_at, revision, json)
    JOIN event USING (id)
    WHERE new.revision > event.revision
    ORDER BY id
    FOR UPDATE OF event
)
UPDATE event SET (message, conversation, contact, occurred_at, revision, json)
    = (greater.message, greater.conversation, greater.contact, greater.occurred_at,
        greater.revision, greater.json)
FROM greater WHERE event.id = greater.id AND greater.revision > event.revision

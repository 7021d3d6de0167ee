INSERT INTO dead (id, reason, endpoint, provider, received_at, errors, body)
SELECT * FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
    $6::text[], $7::bytea[])
ON CONFLICT DO NOTHING

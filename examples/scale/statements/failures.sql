INSERT INTO failure (message, id, json)
SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::text[])
ON CONFLICT DO NOTHING

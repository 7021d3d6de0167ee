INSERT INTO status AS old (message, status, rank, at)
SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::smallint[], $4::timestamptz[])
    AS new (message, status, rank, at)
LEFT JOIN status AS known USING (message, status)
WHERE known.message IS NULL OR new.at < coalesce(known.at, 'infinity')
ORDER BY message, status COLLATE "C"
ON CONFLICT (message, status) DO UPDATE SET at = least(old.at, excluded.at)

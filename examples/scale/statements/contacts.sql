INSERT INTO contact AS old (id, endpoint, provider, deleted, json, revision)
SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::bool[], $5::text[],
    $6::bytea[]) AS new (id, endpoint, provider, deleted, json, revision)
LEFT JOIN contact AS known USING (id)
WHERE known.id IS NULL OR new.deleted > known.deleted
    OR new.revision > coalesce(known.revision, '')
ORDER BY id
ON CONFLICT (id) DO UPDATE SET
    deleted = old.deleted OR excluded.deleted,
    (json, revision) = (
        SELECT pick.* FROM (VALUES
            (old.json, old.revision), (excluded.json, excluded.revision)
        ) AS pick (json, revision)
        ORDER BY revision DESC NULLS LAST LIMIT 1
    )

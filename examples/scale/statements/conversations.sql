INSERT INTO conversation AS old (id, endpoint, provider, key, deleted, last_at, status,
    status_revision, assignee, assignee_revision)
SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bool[],
    $6::timestamptz[], $7::text[], $8::bytea[], $9::text[], $10::bytea[])
    AS new (id, endpoint, provider, key, deleted, last_at, status, status_revision, assignee,
        assignee_revision)
LEFT JOIN conversation AS known USING (id)
WHERE known.id IS NULL OR new.deleted > known.deleted
    OR new.last_at > coalesce(known.last_at, '-infinity')
    OR new.status_revision > coalesce(known.status_revision, '')
    OR new.assignee_revision > coalesce(known.assignee_revision, '')
ORDER BY id
ON CONFLICT (id) DO UPDATE SET
    deleted = old.deleted OR excluded.deleted,
    last_at = greatest(old.last_at, excluded.last_at),
    (status, status_revision) = (
        SELECT pick.* FROM (VALUES
            (old.status, old.status_revision), (excluded.status, excluded.status_revision)
        ) AS pick (status, revision)
        ORDER BY revision DESC NULLS LAST LIMIT 1
    ),
    (assignee, assignee_revision) = (
        SELECT pick.* FROM (VALUES
            (old.assignee, old.assignee_revision),
            (excluded.assignee, excluded.assignee_revision)
        ) AS pick (assignee, revision)
        ORDER BY revision DESC NULLS LAST LIMIT 1
    )

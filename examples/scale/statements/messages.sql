-- As in the other statements with a join, it leaves out what would change nothing, and so locks nothing. What
-- counts is the merge at the conflict, because another worker may have written in between.
INSERT INTO message AS old (id, endpoint, provider, message_id, deleted, conversation, content,
    revision)
SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bool[],
    $6::bytea[], $7::text[], $8::bytea[])
    AS new (id, endpoint, provider, message_id, deleted, conversation, content, revision)
LEFT JOIN message AS known USING (id)
WHERE known.id IS NULL OR new.deleted > known.deleted
    OR new.revision > coalesce(known.revision, '')
ORDER BY id
ON CONFLICT (id) DO UPDATE SET
    deleted = old.deleted OR excluded.deleted,
    (conversation, content, revision) = (
        SELECT pick.* FROM (VALUES
            (old.conversation, old.content, old.revision),
            (excluded.conversation, excluded.content, excluded.revision)
        ) AS pick (conversation, content, revision)
        ORDER BY revision DESC NULLS LAST LIMIT 1
    )

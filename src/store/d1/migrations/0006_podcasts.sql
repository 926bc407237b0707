-- Podcasts have feeds of their own: of all articles with a recording, and of those in one section. Their history is that of
-- the feed of everything, as if they had been there from the beginning. It is not divided: the first division ends with
-- the next episode that enters, if it is full then. A podcast shows no notices of withdrawals, so `noticed_at` is null.
CREATE TABLE podcasts_migrated AS
  SELECT k.key, k.name, p.article, p.withdrawn_at, p.told, a.state,
    row_number() OVER (PARTITION BY k.key ORDER BY p.position) AS position, length(CAST(a.document ->> 'body' AS BLOB)) AS size
  FROM places p JOIN articles a ON a.number = p.article
  JOIN (
    SELECT number AS article, 'podcast' AS key, '' AS name FROM articles
    UNION ALL
    SELECT number, 'podcast/sections/' || (document ->> 'section'), document ->> 'section' FROM articles
      WHERE document ->> 'section' IS NOT NULL
  ) k ON k.article = a.number
  WHERE p.feed = 1 AND p.left_at IS NULL AND EXISTS (
    SELECT 1 FROM json_each(a.document, '$.attachments') f
    WHERE f.value ->> '$.file.mediaType' LIKE 'audio/%' OR f.value ->> '$.file.mediaType' LIKE 'video/%'
  );

INSERT INTO feeds (key, name, revision, modified, changed, next_change, length, archives, current_after, open_after,
    open_bytes, articles, told)
  SELECT m.key, m.name, f.revision, f.modified, f.changed, NULL, count(*),
    0, 0, 0, sum(m.size), sum(m.state = 'published'), f.told
  FROM podcasts_migrated m JOIN feeds f ON f.number = 1 GROUP BY m.key;

INSERT INTO places (feed, position, article, division, left_at, withdrawn_at, noticed_at, told)
  SELECT f.number, m.position, m.article, 1, NULL, m.withdrawn_at, NULL, m.told
  FROM podcasts_migrated m JOIN feeds f ON f.key = m.key;

-- Also for an episode that waits to come out for the first time, which has no place yet.
INSERT OR IGNORE INTO pending (feed, at, article)
  SELECT k.key, p.at, p.article
  FROM pending p JOIN articles a ON a.number = p.article
  JOIN (
    SELECT number AS article, 'podcast' AS key FROM articles
    UNION ALL
    SELECT number, 'podcast/sections/' || (document ->> 'section') FROM articles WHERE document ->> 'section' IS NOT NULL
  ) k ON k.article = p.article
  WHERE p.feed = 'everything' AND EXISTS (
    SELECT 1 FROM json_each(a.document, '$.attachments') f
    WHERE f.value ->> '$.file.mediaType' LIKE 'audio/%' OR f.value ->> '$.file.mediaType' LIKE 'video/%'
  );

UPDATE feeds SET next_change = (SELECT min(at) FROM pending WHERE feed = feeds.key) WHERE key = 'podcast' OR kind = 'podcast/';

DROP TABLE podcasts_migrated;

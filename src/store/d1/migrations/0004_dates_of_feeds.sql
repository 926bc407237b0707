-- All instants are milliseconds since 1970-01-01T00:00:00Z.

-- `told`: the latest change of a document that readers were told of, which its `updated` is. It never goes back.
ALTER TABLE feeds ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE archives ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
UPDATE feeds SET told = modified - modified % 1000;
UPDATE archives SET told = modified - modified % 1000;

-- `told`: the same for the article in this place, or when it left the feed; null in places made before this migration.
-- `noticed_at`: when the article was withdrawn, if the feed tells it by a notice for some days.
ALTER TABLE places ADD COLUMN told INTEGER;
ALTER TABLE places ADD COLUMN noticed_at INTEGER;
UPDATE places SET noticed_at = withdrawn_at
  WHERE article IN (SELECT number FROM articles WHERE state = 'retracted') AND withdrawn_at IS NOT NULL AND left_at IS NULL;

CREATE INDEX places_noticed ON places (feed, noticed_at) WHERE noticed_at IS NOT NULL AND left_at IS NULL;

-- The newest `noticed_at` that a place of the feed ever had: a feed without one is read without looking for notices.
ALTER TABLE feeds ADD COLUMN noticed INTEGER;
UPDATE feeds SET noticed = (
  SELECT max(p.noticed_at) FROM places p WHERE p.feed = feeds.number AND p.noticed_at IS NOT NULL AND p.left_at IS NULL
);

-- What readers know of an article that is a draft again, as JSON: the document holds what they have not seen.
ALTER TABLE articles ADD COLUMN withdrawal TEXT;

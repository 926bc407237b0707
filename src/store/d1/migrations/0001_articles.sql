-- All instants are milliseconds since 1970-01-01T00:00:00Z.

-- An article as it is now. `revision` steps by one at each write, so of two writers that read the same one, one fails.
-- `modified`: when what readers get of it last changed. `saved`: when the desk last wrote. `due`: from when it may be seen.
-- `next_change`: when the clock alone changes its state. `position`: its place in the history of everything, once it has one.
-- `document`: the article as JSON, its own addresses below a host that cannot exist. `hash`: of the document.
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'published', 'retracted', 'unpublished')),
  revision INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  due INTEGER NOT NULL,
  next_change INTEGER,
  position INTEGER,
  hash TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;

CREATE INDEX articles_by_state ON articles (state);
CREATE INDEX articles_by_due ON articles (due) WHERE state = 'published';
CREATE INDEX articles_by_next_change ON articles (next_change) WHERE next_change IS NOT NULL;

CREATE TRIGGER articles_step BEFORE UPDATE ON articles WHEN NEW.revision <> OLD.revision + 1
BEGIN
  SELECT RAISE(ABORT, 'revision conflict');
END;

-- The text an article was made from, where it was not JSON.
CREATE TABLE sources (
  article INTEGER PRIMARY KEY,
  media_type TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Paths at which an article was found before.
CREATE TABLE former_paths (path TEXT PRIMARY KEY, article INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- `revision` names the state of the document to subscribe to; it grows with the clock, so that none is used again after a restore.
-- `changed` is the last change of any entry, however old; only the feed of everything keeps it.
-- `length`: places in its history. `archives`: full divisions. The open division starts after place `open_after` and has
-- `open_bytes` of text so far; the document to subscribe to starts after place `current_after`. `articles`: how many can be read.
CREATE TABLE feeds (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  revision INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  next_change INTEGER,
  length INTEGER NOT NULL,
  archives INTEGER NOT NULL,
  current_after INTEGER NOT NULL,
  open_after INTEGER NOT NULL,
  open_bytes INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  kind TEXT NOT NULL GENERATED ALWAYS AS (substr(key, 1, instr(key, '/'))) VIRTUAL
) STRICT;

CREATE INDEX feeds_by_size ON feeds (kind, articles);

INSERT INTO feeds VALUES (1, 'everything', '', 0, 0, 0, NULL, 0, 0, 0, 0, 0, 0);

-- An article's place in the history of a feed, counted from 1 in the order of entering, and kept for good.
-- `left_at`: when it left the feed. `withdrawn_at`: when it could be read no more.
CREATE TABLE places (
  feed INTEGER NOT NULL,
  position INTEGER NOT NULL,
  article INTEGER NOT NULL,
  division INTEGER NOT NULL,
  left_at INTEGER,
  withdrawn_at INTEGER,
  PRIMARY KEY (feed, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX places_by_article ON places (article);
CREATE INDEX places_withdrawn ON places (feed, withdrawn_at) WHERE withdrawn_at IS NOT NULL AND left_at IS NULL;

-- A full division of a feed's history: the places from `first` to `last`.
CREATE TABLE archives (
  feed INTEGER NOT NULL,
  number INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  PRIMARY KEY (feed, number)
) STRICT, WITHOUT ROWID;

-- What the clock alone will change, by the feed it will change in.
CREATE TABLE pending (
  feed TEXT NOT NULL,
  at INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (feed, at, article)
) STRICT, WITHOUT ROWID;

-- A part of the sitemap covers ten thousand places of the history of everything.
CREATE TABLE sitemap_parts (number INTEGER PRIMARY KEY, modified INTEGER NOT NULL) STRICT;

-- The words of what can be read and the feeds it is in, by its place in the history of everything. The tokens are found outside: SQLite knows the
-- letters of an old Unicode only, and to `ascii` every sign beyond ASCII is part of a word. Beginnings of words have indexes of their own up to eight
-- signs, because without one SQLite collects all that begins so before it gives the newest: for "the", everything there is.
CREATE VIRTUAL TABLE entry_words USING fts5 (
  words, feeds,
  content = '', contentless_delete = 1, detail = full,
  tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8'
);

-- What is to be announced: written with the change itself, so that no crash in between loses it.
-- `feeds`: the keys of the feeds it shows in. `lease_until`: whoever took it on has until then.
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  feeds TEXT NOT NULL,
  at INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_by_lease ON outbox (lease_until);

-- Who changed what, and when: hashes of the article before and after. `id` and `slug` of a file are its path and name, of a token its own id and
-- name.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

-- A file in the bucket, under the hash of its bytes. Sizes in bytes and pixels.
CREATE TABLE media (
  path TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  length INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  uploaded INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The names by which articles call their files: the latest under each.
CREATE TABLE media_names (name TEXT PRIMARY KEY, path TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX media_names_by_path ON media_names (path);

-- A file is shown to readers while an article that uses it is.
CREATE TABLE media_uses (path TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (path, article)) STRICT, WITHOUT ROWID;
CREATE INDEX media_uses_by_article ON media_uses (article);

-- All instants are milliseconds since 1970-01-01T00:00:00Z.

-- A document that can be followed: a feed in one of its forms, `rss everything`, `json tags/boats`.
-- `slots`: how many rows of `subscriptions` it has; `subscribers`: how many of them are taken.
-- `fan_out`: the newest one, which an older one that is still under way gives way to. `state`: names what that one sends.
CREATE TABLE topics (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  slots INTEGER NOT NULL DEFAULT 0,
  subscribers INTEGER NOT NULL DEFAULT 0,
  fan_out INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who follows a topic. Slots are counted from 1 for each topic, so that a fan-out can be cut into pages without reading it; one whose
-- subscription has ended is free (`callback` is null) and goes to the next that comes.
-- `protocol`: 'websub' or 'rsscloud'. `secret`: encrypted. `lease`: when it ends.
CREATE TABLE subscriptions (
  topic INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  callback TEXT,
  host TEXT,
  protocol TEXT NOT NULL,
  secret TEXT,
  lease INTEGER NOT NULL,
  created INTEGER NOT NULL,
  PRIMARY KEY (topic, slot)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX subscriptions_by_callback ON subscriptions (callback, topic) WHERE callback IS NOT NULL;
CREATE INDEX subscriptions_by_host ON subscriptions (host) WHERE callback IS NOT NULL;
CREATE INDEX subscriptions_by_lease ON subscriptions (lease) WHERE callback IS NOT NULL;
CREATE INDEX subscriptions_free ON subscriptions (topic) WHERE callback IS NULL;

-- What someone asked for in a subscriber's name, until the subscriber itself has said that it wants it: one at a time for a callback and topic.
-- `mode`: 'subscribe' or 'unsubscribe'. `lease_seconds`: as granted. `lease_until`: whoever took it on has until then.
CREATE TABLE verifications (
  number INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  callback TEXT NOT NULL,
  host TEXT NOT NULL,
  protocol TEXT NOT NULL,
  mode TEXT NOT NULL,
  lease_seconds INTEGER NOT NULL,
  secret TEXT,
  created INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  UNIQUE (callback, topic)
) STRICT;

CREATE INDEX verifications_by_host ON verifications (host);

-- One revision of a topic on its way to everyone who follows it. The body lies in the bucket under `snapshot`; `headers`: pairs, as JSON.
-- `pages`: into how many it was cut.
CREATE TABLE fan_outs (
  number INTEGER PRIMARY KEY,
  topic INTEGER NOT NULL,
  snapshot TEXT NOT NULL,
  headers TEXT NOT NULL,
  pages INTEGER NOT NULL,
  created INTEGER NOT NULL,
  finished INTEGER,
  delivered INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX fan_outs_by_topic ON fan_outs (topic);

-- The pages of a fan-out that are not done. A page is a range of slots; its row goes when every subscriber in it has the revision or a row below.
-- `lease_until`: when it is taken for lost, and sent to the queue again.
CREATE TABLE fan_out_pages (
  fan_out INTEGER NOT NULL,
  page INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  PRIMARY KEY (fan_out, page)
) STRICT, WITHOUT ROWID;

-- A subscriber that did not take a revision: tried again at `due`, and a dead letter after the last try (`dead`). Nothing is written for one that did.
-- A newer revision of the topic takes the place of an older one.
CREATE TABLE retries (
  topic INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  fan_out INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  due INTEGER NOT NULL,
  fault TEXT NOT NULL,
  since INTEGER NOT NULL,
  dead INTEGER,
  PRIMARY KEY (topic, slot)
) STRICT, WITHOUT ROWID;

CREATE INDEX retries_by_due ON retries (due) WHERE dead IS NULL;
CREATE INDEX retries_dead ON retries (dead) WHERE dead IS NOT NULL;

-- All instants are milliseconds since 1970-01-01T00:00:00Z.

-- What lets a program, or a person's browser, in at the desk. `hash`: the SHA-256 of the secret, which is kept nowhere, in hexadecimal.
-- `scopes`: names with a space between. `last_used`: to the day, so that using a token seldom writes.
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER,
  revoked INTEGER,
  last_used INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tokens_by_name ON tokens (name) WHERE revoked IS NULL;

-- Tokens are made and revoked from a command line, by whoever may write to the database.
CREATE TRIGGER tokens_made AFTER INSERT ON tokens
BEGIN
  INSERT INTO audit (at, actor, action, id, slug) VALUES (NEW.created, 'command line', 'token made', NEW.id, NEW.name);
END;

CREATE TRIGGER tokens_revoked AFTER UPDATE OF revoked ON tokens WHEN NEW.revoked IS NOT NULL AND OLD.revoked IS NULL
BEGIN
  INSERT INTO audit (at, actor, action, id, slug) VALUES (NEW.revoked, 'command line', 'token revoked', NEW.id, NEW.name);
END;

-- A browser that is signed in. `hash`: the SHA-256 of what its cookie holds. It goes with its token.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_expiry ON sessions (expires);

-- What was answered to a request that named a key, written with the change itself: a repeat of the request gets the same answer.
-- `request`: a hash of all that was asked. `headers`: pairs, as JSON.
CREATE TABLE receipts (
  token TEXT NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  created INTEGER NOT NULL,
  PRIMARY KEY (token, key)
) STRICT;

CREATE INDEX receipts_by_created ON receipts (created);

-- The desk lists the newest files first.
CREATE INDEX media_by_upload ON media (uploaded, path);

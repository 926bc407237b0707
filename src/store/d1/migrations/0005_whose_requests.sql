-- All instants are milliseconds since 1970-01-01T00:00:00Z.

-- Finds who wrote an article last.
CREATE INDEX audit_by_article ON audit (id);

-- Whose request a verification is, so that nobody's requests keep out those of others. Both are keyed hashes, whose key
-- changes each day: of the client's address, and of the network that the address is in.
-- `waiting`: 1 if the callback was asked and gave no answer, and is to be asked again. A newer request may take its place.
-- `topic` of an rssCloud registration may name several, one a line: they are confirmed together.
ALTER TABLE verifications ADD COLUMN client TEXT NOT NULL DEFAULT '';
ALTER TABLE verifications ADD COLUMN network TEXT NOT NULL DEFAULT '';
ALTER TABLE verifications ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;

CREATE INDEX verifications_by_client ON verifications (client);
CREATE INDEX verifications_by_network ON verifications (network);
CREATE INDEX verifications_waiting ON verifications (created) WHERE waiting = 1;
-- The cron looks for verifications that no job is working on.
CREATE INDEX verifications_by_lease ON verifications (lease_until);
CREATE INDEX verifications_by_age ON verifications (created);

-- How many verifications there are, in its only row: to count them would read all of them for each request.
CREATE TABLE verifications_held (number INTEGER NOT NULL) STRICT;
INSERT INTO verifications_held SELECT COUNT(*) FROM verifications;

CREATE TRIGGER verifications_added AFTER INSERT ON verifications
BEGIN
  UPDATE verifications_held SET number = number + 1;
END;

CREATE TRIGGER verifications_removed AFTER DELETE ON verifications
BEGIN
  UPDATE verifications_held SET number = number - 1;
END;

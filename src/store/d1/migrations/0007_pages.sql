-- A page beside the articles, such as "About". `document` is the page as JSON, its own addresses below a host that cannot
-- exist, and `hash` is of the document. `media_type` and `source` are the text that the page was made from, where it was not
-- JSON. A draft is seen by nobody. `revision`, `modified` and `saved` are as in the table `articles`.
CREATE TABLE pages (
  slug TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
  revision INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  hash TEXT NOT NULL,
  document TEXT NOT NULL,
  media_type TEXT,
  source TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pages_step BEFORE UPDATE ON pages WHEN NEW.revision <> OLD.revision + 1
BEGIN
  SELECT RAISE(ABORT, 'revision conflict');
END;

-- The paths of pages: `own` is 1 for that of the page itself, and 0 for those at which it was found before.
CREATE TABLE page_paths (path TEXT PRIMARY KEY, page TEXT NOT NULL, own INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- A path leads to a page or to an article. Who comes second is refused, also if both write at the same time.
CREATE TRIGGER page_paths_free BEFORE INSERT ON page_paths
  WHEN EXISTS (SELECT 1 FROM former_paths WHERE path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'path conflict');
END;

CREATE TRIGGER former_paths_free BEFORE INSERT ON former_paths
  WHEN EXISTS (SELECT 1 FROM page_paths WHERE path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'path conflict');
END;

-- A file is shown to readers while a page that uses it is.
CREATE TABLE page_media (path TEXT NOT NULL, page TEXT NOT NULL, PRIMARY KEY (path, page)) STRICT, WITHOUT ROWID;

-- What every HTML page shows of the pages, in one row. `links`: the published pages that are linked to, in order. `slugs`: those
-- of all published pages. `revision` and `modified` are of these two; `page_revision` and `page_modified` of any page.
CREATE TABLE navigation (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  links TEXT NOT NULL,
  slugs TEXT NOT NULL,
  revision INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  page_revision INTEGER NOT NULL,
  page_modified INTEGER NOT NULL
) STRICT;

INSERT INTO navigation VALUES (1, '{"header":[],"footer":[]}', '[]', 0, 0, 0, 0);

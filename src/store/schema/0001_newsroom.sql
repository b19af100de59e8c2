-- The newsroom's tables. Times are milliseconds since 1970-01-01 UTC. Files in this folder are only
-- ever added: the database keeps the digest of each one it was made by.

CREATE TABLE captures (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  http_status INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  warc TEXT NOT NULL,
  offset INTEGER NOT NULL,
  item TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX captures_by_url ON captures (url, fetched);
CREATE INDEX captures_by_source ON captures (source, fetched);
CREATE INDEX captures_by_warc ON captures (warc, offset);

CREATE TABLE fetch_states (
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (source, url)
) WITHOUT ROWID;

-- An article's story is kept with the article: it is in one story or in none.
CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  edges TEXT NOT NULL,
  latest INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX stories_by_time ON stories (latest);

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  url TEXT NOT NULL,
  headline TEXT NOT NULL,
  published INTEGER,
  listed INTEGER NOT NULL,  -- when published, else when captured: the order of listings
  status INTEGER NOT NULL,  -- 0 usable, 1 canceled
  story TEXT REFERENCES stories (id),
  place INTEGER NOT NULL DEFAULT 0  -- in the story
) WITHOUT ROWID;
CREATE INDEX articles_by_time ON articles (listed, id);
CREATE INDEX articles_by_source ON articles (source, listed, id);
CREATE INDEX articles_by_story ON articles (story, place);

CREATE TABLE article_versions (
  article TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,  -- SHA-256 of the record without its time of capture
  capture TEXT REFERENCES captures (id),
  record TEXT NOT NULL,
  PRIMARY KEY (article, version)
);
CREATE INDEX article_versions_by_capture ON article_versions (capture);

CREATE TABLE signatures (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  signature TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE bands (
  band INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES signatures (article) ON DELETE CASCADE,
  PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article);

CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  created INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX editions_by_article ON editions (article, language);
CREATE INDEX editions_by_status ON editions (status, created);

CREATE TABLE publications (
  article TEXT NOT NULL REFERENCES articles (id),
  language TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE,
  first_published INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (article, language)
) WITHOUT ROWID;
CREATE INDEX publications_by_language ON publications (language, first_published);

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  created INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX comments_by_page ON comments (article, language, status, created);
CREATE INDEX comments_by_status ON comments (status, created);

-- `texts` is what a snippet is cut from; `search` indexes its folded words (text/unicode.h,
-- search_tokens), one blank between them, so the tokenizer has nothing left to decide.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  language TEXT NOT NULL,
  headline TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (article, language)
);
CREATE VIRTUAL TABLE search USING fts5 (headline, body, tokenize = 'ascii');

-- One row for a (stage, item), also when it is done. `ready` is when a worker may take it: due while
-- it waits, the lease's end while it is leased, NULL when it is done or failed.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  stage TEXT NOT NULL,
  item TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'done', 'failed')),
  ready INTEGER,
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease TEXT NOT NULL DEFAULT '',
  again INTEGER,  -- due time of a run asked for while it was leased
  why TEXT NOT NULL DEFAULT '',
  UNIQUE (stage, item),
  CHECK ((ready IS NULL) = (state IN ('done', 'failed')))
);
CREATE INDEX jobs_by_ready ON jobs (stage, ready, id);
CREATE INDEX jobs_by_state ON jobs (stage, state);

-- The log. Its chain is described in docs/formats-log.md.
CREATE TABLE events (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX events_by_subject ON events (subject, sequence);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
-- Also keeps INSERT OR REPLACE, which fires no DELETE trigger, from taking an entry's place.
CREATE TRIGGER events_only_append BEFORE INSERT ON events
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM events)
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;

-- What is fetched, and when next.
CREATE TABLE fetches (
  key TEXT PRIMARY KEY,   -- kind of thing and its address: two addresses of one page have one
  source TEXT NOT NULL,
  kind TEXT NOT NULL,     -- feed, sitemap, section, page
  url TEXT NOT NULL,
  host TEXT NOT NULL,     -- whose turns it counts against
  lane INTEGER NOT NULL,  -- 0 polls, 1 pages not had yet, 2 pages looked at again
  due INTEGER,            -- NULL: never
  state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX fetches_by_due ON fetches (host, lane, due) WHERE due IS NOT NULL;
CREATE INDEX fetches_by_source ON fetches (source, lane);

-- What a web server asks of robots, and of those who mine text and data.
CREATE TABLE hosts (
  origin TEXT PRIMARY KEY,  -- scheme, host and port
  robots TEXT NOT NULL,
  robots_status INTEGER NOT NULL,  -- of the answer; 0: it did not come
  robots_until INTEGER NOT NULL,
  tdmrep TEXT NOT NULL,
  tdmrep_until INTEGER NOT NULL
) WITHOUT ROWID;

-- Totals since the newsroom was made, for /metrics.
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;

-- WebSub: what hubs have confirmed to send us (https://www.w3.org/TR/websub/).
CREATE TABLE subscriptions (
  key TEXT PRIMARY KEY,    -- of the poll it is for
  topic TEXT NOT NULL,
  hub TEXT NOT NULL,
  asked INTEGER NOT NULL,  -- when we last asked for it
  until INTEGER NOT NULL   -- end of the lease; 0: not confirmed
) WITHOUT ROWID;

ALTER TABLE captures ADD COLUMN machine_use TEXT NOT NULL DEFAULT '';

-- Base tables have singular names; the plural names are the views for people (002_views.sql).
-- Times are UTC as ISO 8601 text with "+00:00", so that they sort as text.

CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,                       -- poll, import, reprocess
  started TEXT NOT NULL,
  ended TEXT,
  ok INTEGER,                               -- NULL while it runs, or where it was killed
  counts TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX run_good ON run (kind, ended) WHERE ok = 1;

CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  mailbox TEXT NOT NULL,
  name TEXT NOT NULL,
  uidvalidity INTEGER NOT NULL,             -- 0 for local files
  UNIQUE (mailbox, name, uidvalidity)
) STRICT;

CREATE TABLE application (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  active INTEGER NOT NULL DEFAULT 1,        -- 0 where none of its mails is an application any more
  status TEXT NOT NULL DEFAULT 'incomplete' CHECK (status IN ('complete', 'incomplete', 'unsure')),
  name TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT,
  links TEXT NOT NULL DEFAULT '[]',
  track TEXT,                               -- the preferred one
  period TEXT,                              -- as people say it: summer 2017
  period_start TEXT,                        -- YYYY-MM
  period_end TEXT,
  opening TEXT NOT NULL DEFAULT 'unknown',
  opening_period TEXT,
  opening_note TEXT NOT NULL DEFAULT '',
  eligibility TEXT NOT NULL DEFAULT 'unstated',
  review TEXT NOT NULL DEFAULT '[]',
  received TEXT NOT NULL,                   -- of its first mail
  updated TEXT NOT NULL,                    -- of its last mail
  mails INTEGER NOT NULL DEFAULT 0,
  asks INTEGER NOT NULL DEFAULT 0           -- 1 where the applicant may be asked for what is missing
) STRICT;
CREATE INDEX application_email ON application (email);
CREATE INDEX application_updated ON application (updated);

CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  message_id TEXT,
  date TEXT,                                -- the Date header as written
  size INTEGER NOT NULL,                    -- bytes
  received TEXT,                            -- when the mailbox took it
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'failed', 'set aside')),
  attempts INTEGER NOT NULL DEFAULT 0,
  stage TEXT,                               -- where understanding it failed last
  error TEXT,
  kind TEXT CHECK (kind IN ('application', 'follow_up', 'question', 'automatic', 'other')),
  kind_reason TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  sender_name TEXT NOT NULL DEFAULT '',
  sender_email TEXT NOT NULL DEFAULT '',
  applicant_name TEXT NOT NULL DEFAULT '',
  applicant_email TEXT NOT NULL DEFAULT '',
  applicant_phone TEXT,
  applicant_links TEXT NOT NULL DEFAULT '[]',
  forwarded_by TEXT,                        -- the address of who passed it on
  opening TEXT NOT NULL DEFAULT 'unknown',
  opening_period TEXT,
  opening_note TEXT NOT NULL DEFAULT '',
  review TEXT NOT NULL DEFAULT '[]',
  arrived TEXT,                             -- what the mails of an application are ordered by
  authentic INTEGER NOT NULL DEFAULT 1,     -- 0 where the receiving server says that the sender is forged
  application_id INTEGER REFERENCES application (id) ON DELETE SET NULL,
  joined TEXT,                              -- why it belongs to that application
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX message_open ON message (received, id) WHERE state IN ('new', 'failed');
CREATE INDEX message_identity ON message (message_id, size) WHERE message_id IS NOT NULL;
CREATE INDEX message_application ON message (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX message_applicant ON message (applicant_email);
CREATE INDEX message_sender ON message (sender_email);
CREATE INDEX message_kind ON message (state, kind);

CREATE TABLE sighting (
  folder_id INTEGER NOT NULL REFERENCES folder (id),
  uid INTEGER NOT NULL,
  turn INTEGER NOT NULL DEFAULT 0,          -- a local file may hold another message at the same place later
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'set aside', 'gone', 'forgotten')),
  message_id INTEGER REFERENCES message (id),
  attempts INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  internal_date TEXT,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  PRIMARY KEY (folder_id, uid, turn),
  CHECK ((state = 'held') = (message_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_waiting ON sighting (folder_id, uid) WHERE state = 'waiting';
CREATE INDEX sighting_message ON sighting (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX sighting_state ON sighting (state);

CREATE TABLE record (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  record TEXT NOT NULL,                     -- the record as JSON (docs/record.md), its documents without their texts
  versions TEXT NOT NULL,                   -- JSON, keys in order
  fingerprint TEXT NOT NULL,                -- of the programme's file
  content TEXT NOT NULL                     -- SHA-256 of all that was recorded: where it is the same, nothing is written
) STRICT;

CREATE TABLE reference (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  reference TEXT NOT NULL,                  -- a Message-ID of its In-Reply-To and References
  PRIMARY KEY (message_id, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_named ON reference (reference);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,         -- of everything below: the same file read by the same reader is one row
  sha256 TEXT,                              -- of the attachment's bytes
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  text TEXT,
  pages INTEGER,
  reader TEXT NOT NULL,
  ocr INTEGER NOT NULL DEFAULT 0,
  problem TEXT
) STRICT;

CREATE INDEX document_sha256 ON document (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE attachment (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,                     -- subject, body, attachment:NAME
  document_id INTEGER NOT NULL REFERENCES document (id),
  role TEXT NOT NULL,
  role_reason TEXT NOT NULL DEFAULT '',
  inline INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_document ON attachment (document_id);

CREATE TABLE finding (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('present', 'missing', 'unsure')),
  value TEXT NOT NULL DEFAULT 'null',       -- JSON
  source TEXT,                              -- of the quote
  start INTEGER,
  "end" INTEGER,
  quote TEXT,
  sources TEXT NOT NULL DEFAULT '[]',       -- JSON, all that a value was put together from
  rule TEXT NOT NULL DEFAULT '',
  version INTEGER,
  reason TEXT,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_item ON finding (item, status);

CREATE TABLE signal (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,                       -- eligibility, organisation, experience, qualification
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('present', 'missing', 'unsure')),
  value TEXT NOT NULL DEFAULT 'null',       -- JSON
  note TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  machine_status TEXT,                      -- what the program had said, for the count of right and wrong
  machine_value TEXT NOT NULL DEFAULT 'null',
  undone_at TEXT,
  undone_by TEXT
) STRICT;
CREATE INDEX correction_application ON correction (application_id, item) WHERE undone_at IS NULL;

CREATE TABLE item (
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  label TEXT NOT NULL,                      -- the programme's name for it
  status TEXT NOT NULL CHECK (status IN ('present', 'missing', 'unsure')),
  value TEXT NOT NULL DEFAULT 'null',
  reason TEXT,
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  correction_id INTEGER REFERENCES correction (id) ON DELETE SET NULL,
  PRIMARY KEY (application_id, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_status ON item (item, status);

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  change TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX history_application ON history (application_id, id);
CREATE INDEX history_message ON history (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE digest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  path TEXT NOT NULL,
  upto INTEGER NOT NULL                     -- the last row of history that it tells of
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  items TEXT NOT NULL,                      -- JSON, in order: what it asks for
  message_id TEXT NOT NULL UNIQUE,          -- by which it is found in the Drafts folder
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('intended', 'placed', 'withdrawn')),
  UNIQUE (application_id, items)
) STRICT;

CREATE TABLE forgotten (
  hash TEXT PRIMARY KEY,                    -- keyed; the key lies beside the database
  what TEXT NOT NULL CHECK (what IN ('message', 'message-id', 'address')),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

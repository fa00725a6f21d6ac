-- Mails that tell of digests: each is noted before it is sent, and again when the server has taken it.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL UNIQUE,          -- made from what it tells of
  at TEXT NOT NULL,
  upto INTEGER NOT NULL,                    -- the last row of history that it tells of
  state TEXT NOT NULL CHECK (state IN ('intended', 'sent'))
) STRICT;

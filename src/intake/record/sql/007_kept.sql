-- What understanding each message has brought forth on the way to its record: only stale rules need be asked again.
-- It holds the mail's headers and what rules have found; it may be emptied at any time, and fills when mail is understood.
CREATE TABLE kept (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  opened_by TEXT NOT NULL,                  -- versions, parts of the programme, limits by which the mail was opened
  digest TEXT NOT NULL,                     -- SHA-256 of all that rules see of it
  mail TEXT NOT NULL,                       -- JSON: headers, people, regions; texts are those of its documents
  answers TEXT NOT NULL                     -- JSON: for each rule what its answer depends on, and the answer
) STRICT;

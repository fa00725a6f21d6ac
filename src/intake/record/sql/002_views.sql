CREATE VIEW applications AS
SELECT a.id, a.name, a.email, a.phone, a.track, a.period, a.period_start, a.period_end, a.status,
  max(CASE i.item WHEN 'cover_letter' THEN i.status END) AS cover_letter,
  max(CASE i.item WHEN 'resume' THEN i.status END) AS resume,
  max(CASE i.item WHEN 'coursework' THEN i.status END) AS coursework,
  max(CASE i.item WHEN 'period' THEN i.status END) AS period_status,
  max(CASE i.item WHEN 'track' THEN i.status END) AS track_status,
  (SELECT group_concat(json_each.value, '; ') FROM item, json_each(item.value)
    WHERE item.application_id = a.id AND item.item = 'coursework' AND json_type(item.value) = 'array') AS courses,
  a.eligibility, a.opening, a.opening_period,
  (SELECT group_concat(value, '; ') FROM json_each(a.review)) AS review,
  a.mails, a.received, a.updated
FROM application a LEFT JOIN item i ON i.application_id = a.id
WHERE a.active
GROUP BY a.id;

CREATE VIEW missing_items AS
SELECT a.id AS application, a.name, a.email, i.item, i.status, i.reason, a.received, a.updated
FROM application a JOIN item i ON i.application_id = a.id
WHERE a.active AND i.status <> 'present'
ORDER BY a.id, i.position;

CREATE VIEW findings AS
SELECT m.application_id AS application, m.sha256 AS message, m.received, m.kind, f.item, f.status, f.value,
  f.quote, f.source, f.start, f."end", f.rule, f.version, f.reason
FROM finding f JOIN message m ON m.id = f.message_id;

CREATE VIEW ledger AS
SELECT f.mailbox, f.name AS folder, f.uidvalidity, s.uid, s.internal_date,
  CASE s.state WHEN 'held' THEN coalesce(CASE m.state WHEN 'done' THEN m.kind ELSE m.state END, 'new')
    WHEN 'waiting' THEN 'not fetched yet' WHEN 'set aside' THEN 'cannot be fetched' ELSE s.state END AS outcome,
  CASE WHEN s.state = 'held' AND EXISTS (SELECT 1 FROM sighting e WHERE e.message_id = s.message_id
    AND (e.folder_id, e.uid, e.turn) < (s.folder_id, s.uid, s.turn)) THEN 1 ELSE 0 END AS duplicate,
  coalesce(s.problem, m.error) AS problem, m.sha256 AS message, m.subject, m.sender_email AS sender,
  m.application_id AS application
FROM sighting s JOIN folder f ON f.id = s.folder_id LEFT JOIN message m ON m.id = s.message_id;

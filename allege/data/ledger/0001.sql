-- The first form of the ledger. Never edited: a change is a new numbered file and a function in allege/ledger/migrations.py.
-- Offsets count code points (Python string offsets) of a document's frozen text, half open. `spans` is a JSON list of
-- [start, end) pairs; the column of words beside it quotes the text. `key` numbers rows inside this file only; what stays
-- the same across files and runs is `id`. `record_id` is the name within one document's record ("m1", "a1", "c1").
-- Text that is not valid Unicode (a lone surrogate) is kept as a BLOB in UTF-8, so that it comes back unchanged.

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  name TEXT GENERATED ALWAYS AS (coalesce(nullif(title, ''), uri)) VIRTUAL,
  id TEXT NOT NULL UNIQUE,            -- sha256: and the digest of the raw bytes
  uri TEXT NOT NULL,                  -- where it was read first; every place is in `sightings`
  title TEXT,
  byline TEXT,
  publisher TEXT,
  published TEXT,                     -- ISO date
  language TEXT NOT NULL,             -- ISO 639-1, or und
  media_type TEXT NOT NULL,
  characters INTEGER NOT NULL,        -- length of the frozen text
  words INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  analysed INTEGER NOT NULL,          -- 0: stored, but not read for claims; `note` says why
  note TEXT NOT NULL,
  extractor TEXT NOT NULL,            -- the version that found everything below this document
  allege TEXT NOT NULL,               -- the version of the program that stored it
  read_at TEXT NOT NULL               -- UTC
);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
  text TEXT NOT NULL,                 -- the frozen text
  raw BLOB                            -- the decoded text before cleaning: zlib over UTF-8
);

CREATE TABLE sightings (              -- every place where the same bytes were seen
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (document, uri)
) WITHOUT ROWID;
CREATE INDEX sightings_uri ON sightings(uri);

CREATE TABLE failures (               -- what could not be read; a row goes when its URI is read after all
  uri TEXT PRIMARY KEY,
  what TEXT NOT NULL,
  remedy TEXT NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE text_runs (              -- `length` code points of `text` from start_offset equal those of `raw` from raw_offset
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  raw_offset INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE blocks (                 -- what each stretch of a document is for
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE credits (                -- where a document says that it comes from
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  spans TEXT NOT NULL,
  place TEXT,
  date TEXT,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE sentences (              -- the whole text in pieces: the sentences of claims, and what lies between them
  key INTEGER PRIMARY KEY,
  name TEXT GENERATED ALWAYS AS (substr(text, 1, 100)) VIRTUAL,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX sentences_document ON sentences(document, start_offset);

CREATE TABLE mentions (
  key INTEGER PRIMARY KEY,
  title TEXT GENERATED ALWAYS AS (coalesce(name, words)) VIRTUAL,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  words TEXT NOT NULL,
  type TEXT NOT NULL,
  entity TEXT,
  name TEXT,
  latitude REAL,
  longitude REAL,
  geonames INTEGER,
  precision INTEGER,                  -- UCDP where_prec (1-7) on places, date_prec (1-5) on times
  start_date TEXT,
  end_date TEXT,
  low INTEGER,
  high INTEGER,
  spans TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL
);
CREATE UNIQUE INDEX mentions_document ON mentions(document, position);
CREATE INDEX mentions_entity ON mentions(entity) WHERE entity IS NOT NULL;

CREATE TABLE attributions (           -- a source, the words that make it the source, and what is put in its mouth
  key INTEGER PRIMARY KEY,
  title TEXT GENERATED ALWAYS AS (coalesce(nullif(source, ''), 'nobody named') || ' / ' || cue) VIRTUAL,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  source TEXT NOT NULL,
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  act TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  named INTEGER NOT NULL,
  source_mention INTEGER REFERENCES mentions(key) DEFERRABLE INITIALLY DEFERRED,
  within INTEGER REFERENCES attributions(key) DEFERRABLE INITIALLY DEFERRED,
  source_spans TEXT NOT NULL,
  cue_spans TEXT NOT NULL,
  content_spans TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL
);
CREATE UNIQUE INDEX attributions_document ON attributions(document, position);
CREATE INDEX attributions_within ON attributions(within) WHERE within IS NOT NULL;
CREATE INDEX attributions_source_mention ON attributions(source_mention) WHERE source_mention IS NOT NULL;

CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  title TEXT GENERATED ALWAYS AS (type || ': ' || anchor) VIRTUAL,
  id TEXT NOT NULL UNIQUE,            -- a hash of document, anchor, kind and type: the same in every run
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  subtype TEXT,
  anchor TEXT NOT NULL,
  sentence INTEGER REFERENCES sentences(key) DEFERRABLE INITIALLY DEFERRED,
  voice TEXT NOT NULL,                -- on whose word: named, unnamed, author (of the innermost source)
  certainty TEXT NOT NULL,            -- of the innermost source
  factuality REAL NOT NULL,           -- the author's commitment, -3 to 3
  anchor_spans TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL
);
CREATE UNIQUE INDEX claims_document ON claims(document, position);
CREATE INDEX claims_sentence ON claims(sentence);
CREATE INDEX claims_type ON claims(type);

CREATE TABLE arguments (              -- who, whom, where, when, with what, how many
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  mention INTEGER NOT NULL REFERENCES mentions(key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX arguments_mention ON arguments(mention);

CREATE TABLE chains (                 -- whose words a claim stands in: position 0 is the outermost source
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attribution INTEGER NOT NULL REFERENCES attributions(key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX chains_attribution ON chains(attribution);

CREATE TABLE certainties (            -- how firmly each source holds a claim; no attribution: the author
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attribution INTEGER REFERENCES attributions(key) DEFERRABLE INITIALLY DEFERRED,
  value TEXT NOT NULL,                -- FactBank: CT+ PR+ PS+ CT- PR- PS- CTu Uu
  why TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX certainties_attribution ON certainties(attribution) WHERE attribution IS NOT NULL;

CREATE TABLE evidence (               -- what a text offers to back a claim
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX evidence_kind ON evidence(kind);

CREATE TABLE supports (               -- the text gives `claim` as a reason for `conclusion`
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  conclusion INTEGER NOT NULL REFERENCES claims(key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX supports_conclusion ON supports(conclusion);

CREATE VIRTUAL TABLE sentences_search USING fts5(
  text, content="sentences", content_rowid="key", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER sentences_added AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_search(rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER sentences_removed AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_search(sentences_search, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE VIEW who_says_what AS
SELECT c.id AS claim, d.name AS document, d.published, s.depth, s.source, s.source_name, s.source_kind, s.named, s.act,
       s.certainty, c.kind, c.type, c.anchor, t.text AS sentence, c.score, d.extractor, d.id AS document_id
FROM claims c
JOIN documents d ON d.key = c.document
LEFT JOIN sentences t ON t.key = c.sentence
JOIN (
  SELECT e.claim, 0 AS depth, 'the author' AS source, NULL AS source_name, 'author' AS source_kind, 1 AS named,
         'assert' AS act, e.value AS certainty
  FROM certainties e WHERE e.attribution IS NULL
  UNION ALL
  SELECT h.claim, h.position + 1, coalesce(nullif(a.source, ''), 'nobody named'), m.name, a.source_kind, a.named, a.act,
         e.value
  FROM chains h
  JOIN attributions a ON a.key = h.attribution
  LEFT JOIN mentions m ON m.key = a.source_mention
  LEFT JOIN certainties e ON e.claim = h.claim AND e.attribution = h.attribution
) s ON s.claim = c.key
ORDER BY c.document, c.position, s.depth;

CREATE VIEW claims_readable AS
SELECT c.id AS claim, d.name AS document, d.published, c.kind, c.type, c.mode, c.subtype, c.anchor,
       (SELECT group_concat(m.title, '; ') FROM arguments g JOIN mentions m ON m.key = g.mention
        WHERE g.claim = c.key AND g.role = 'actor') AS actor,
       (SELECT group_concat(m.title, '; ') FROM arguments g JOIN mentions m ON m.key = g.mention
        WHERE g.claim = c.key AND g.role = 'recipient') AS recipient,
       (SELECT group_concat(m.title, '; ') FROM arguments g JOIN mentions m ON m.key = g.mention
        WHERE g.claim = c.key AND g.role = 'place') AS place,
       (SELECT group_concat(m.words, '; ') FROM arguments g JOIN mentions m ON m.key = g.mention
        WHERE g.claim = c.key AND g.role = 'time') AS time,
       (SELECT group_concat(m.words, '; ') FROM arguments g JOIN mentions m ON m.key = g.mention
        WHERE g.claim = c.key AND g.role = 'deaths') AS deaths,
       'the author' || coalesce((SELECT ' > ' || group_concat(source, ' > ') FROM (
          SELECT coalesce(nullif(a.source, ''), 'nobody named') AS source
          FROM chains h JOIN attributions a ON a.key = h.attribution WHERE h.claim = c.key ORDER BY h.position)), '') AS who_says_so,
       c.voice, c.certainty,
       (SELECT group_concat(e.kind, '; ') FROM evidence e WHERE e.claim = c.key) AS evidence,
       t.text AS sentence, t.start_offset, t.end_offset, c.why, c.score, d.extractor, d.id AS document_id
FROM claims c
JOIN documents d ON d.key = c.document
LEFT JOIN sentences t ON t.key = c.sentence
ORDER BY c.document, c.position;

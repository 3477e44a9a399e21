-- The second form of the ledger: what is derived across documents, and what analysts decide about it.
-- All tables here but `judgements` are derived: `allege link --rebuild` empties and fills them. Neither positions nor an
-- incident's status is kept: both are worked out when asked for. A judgement is appended and never changed or removed.

CREATE TABLE lineage (                -- one document comes from another, or from a source outside that several share
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  derived_from INTEGER REFERENCES documents(key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  upstream TEXT,                      -- the outside source, where no stored document is the one it comes from
  spans TEXT NOT NULL,                -- the words that tell: in `document`
  source_spans TEXT NOT NULL,         -- and in `derived_from`
  containment REAL                    -- share of the shorter text's rare shingles that are shared, where measured
);
CREATE INDEX lineage_document ON lineage(document);
CREATE INDEX lineage_derived_from ON lineage(derived_from) WHERE derived_from IS NOT NULL;

CREATE TABLE resolutions (            -- whom or what the words of a mention name in one document, and why
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  type TEXT NOT NULL,                 -- of the mention: actor, person, place
  words TEXT NOT NULL,
  entity TEXT,                        -- null: nothing fits well enough; `candidates` wait for a person
  name TEXT,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  candidates TEXT NOT NULL,           -- JSON list of entity ids, best first
  PRIMARY KEY (document, type, words)
) WITHOUT ROWID;
CREATE INDEX resolutions_entity ON resolutions(entity) WHERE entity IS NOT NULL;

CREATE TABLE incidents (              -- an occurrence that several claims are about
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  possibly TEXT NOT NULL              -- JSON list of the ids of incidents that may be the same
);

CREATE TABLE incident_documents (
  incident INTEGER NOT NULL REFERENCES incidents(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (incident, position)
) WITHOUT ROWID;
CREATE INDEX incident_documents_document ON incident_documents(document);

CREATE TABLE incident_claims (
  incident INTEGER NOT NULL REFERENCES incidents(key) ON DELETE CASCADE,
  bearing TEXT NOT NULL,              -- tells: of the incident itself; attached: denies, foretells, demands it; part
  part INTEGER NOT NULL,              -- the number of the sub-event where `bearing` is part, else 0
  position INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  PRIMARY KEY (incident, bearing, part, position)
) WITHOUT ROWID;
CREATE INDEX incident_claims_claim ON incident_claims(claim);

CREATE TABLE links (                  -- scored pairs of units (a document's claims of one occurrence), a < b
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  band TEXT NOT NULL,                 -- same, possibly the same, different
  contributions TEXT NOT NULL,        -- JSON: [[feature, value, amount, words], ...]; the amounts add up to the log-odds
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX links_b ON links(b);

CREATE TABLE link_index (             -- documents by what is rare in them, so that a new one finds its neighbours
  field TEXT NOT NULL,                -- which stage's keys
  hash INTEGER NOT NULL,              -- 64 bits of a block's key or of a shingle
  document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (field, hash, document)
) WITHOUT ROWID;
CREATE INDEX link_index_document ON link_index(document);

CREATE TABLE linked (                 -- the documents that the tables above take into account
  document INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
  linker TEXT NOT NULL                -- the version of the rules and weights
);

CREATE TABLE link_state (             -- named values of the last run: what a stage must know to go on from there
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE judgements (             -- what analysts decide; the machine's word stays beside theirs
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,              -- id of a claim, document, entity, source; of a judgement where kind is undo
  other TEXT,
  value TEXT,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,                   -- with its time zone
  note TEXT NOT NULL
);
CREATE INDEX judgements_subject ON judgements(subject);
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements BEGIN
  SELECT RAISE(ABORT, 'a judgement is never removed; take it back with another');
END;
CREATE TRIGGER judgements_stand BEFORE UPDATE ON judgements BEGIN
  SELECT RAISE(ABORT, 'a judgement is never changed; append another');
END;

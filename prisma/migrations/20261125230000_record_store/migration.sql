-- The record store: statements as they were received, found by postings in the order of storing, ids
-- unique over all months, references followed when they are written, and a clock that a poller can trust.

SELECT set_config('app.communes', '*', true);

-- ---------------------------------------------------------------- what was kept until now
CREATE TEMPORARY TABLE kept_statement ON COMMIT DROP AS SELECT * FROM xapi_statement;
CREATE TEMPORARY TABLE kept_voiding ON COMMIT DROP AS SELECT * FROM xapi_voiding;
DROP TABLE xapi_statement;
DROP TABLE xapi_statement_key;
DROP TABLE xapi_voiding;
DROP TABLE xapi_document;
DROP TABLE xapi_client;
DROP FUNCTION xapi_ensure_partitions(date, date);

-- ---------------------------------------------------------------- tables
CREATE SEQUENCE xapi_statement_sequence;

CREATE TABLE "xapi_statement" (
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "timestamp" TIMESTAMPTZ(3) NOT NULL,
    "keys" UUID[],
    "refers_to" UUID,
    "voids" BOOLEAN NOT NULL,
    "payload" TEXT,
    "payload_hash" BYTEA,
    "erasure_id" UUID,

    CONSTRAINT "xapi_statement_pkey" PRIMARY KEY ("stored","sequence"),
    CHECK ((payload IS NULL) = (erasure_id IS NOT NULL AND payload_hash IS NOT NULL))
) PARTITION BY RANGE ("stored");
CREATE INDEX xapi_statement_commune ON xapi_statement (commune_id, stored, sequence);
CREATE INDEX xapi_statement_refers_to_idx ON xapi_statement (refers_to) WHERE refers_to IS NOT NULL;

CREATE TABLE "xapi_posting" (
    "key" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "xapi_posting_pkey" PRIMARY KEY ("key","stored","sequence")
) PARTITION BY RANGE ("stored");

CREATE TABLE "xapi_statement_key" (
    "id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3),
    "sequence" BIGINT,

    CONSTRAINT "xapi_statement_key_pkey" PRIMARY KEY ("id"),
    CHECK ((stored IS NULL) = (sequence IS NULL))
);

CREATE TABLE "xapi_voiding" (
    "target_id" UUID NOT NULL,
    "voider_id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "reach" UUID[],
    "everywhere" BOOLEAN NOT NULL,
    "authority_id" UUID,

    CONSTRAINT "xapi_voiding_pkey" PRIMARY KEY ("target_id","voider_id")
);

CREATE TABLE "xapi_authority" (
    "id" UUID NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "xapi_authority_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "xapi_document" (
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "kind" "xapi_document_kind" NOT NULL,
    "activity_id" TEXT,
    "agent_key" TEXT,
    "registration" UUID,
    "document_id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_document_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX xapi_document_identity ON xapi_document
  (commune_id, kind, agent_key, activity_id, registration, document_id) NULLS NOT DISTINCT;

CREATE TABLE "xapi_client" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "secret_hash" BYTEA,
    "scopes" TEXT[],
    "place_id" UUID NOT NULL,
    "requests_per_minute" INTEGER NOT NULL DEFAULT 60000,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "xapi_client_pkey" PRIMARY KEY ("id"),
    FOREIGN KEY (place_id) REFERENCES place (id),
    CHECK (requests_per_minute > 0)
);
CREATE UNIQUE INDEX "xapi_client_key_key" ON "xapi_client"("key");

CREATE TABLE "xapi_seal" (
    "commune_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "statements" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_seal_pkey" PRIMARY KEY ("commune_id","day")
);

CREATE TABLE "xapi_erasure" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK (kind IN ('person', 'period')),
    "statements" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "xapi_erasure_pkey" PRIMARY KEY ("commune_id","id")
);

CREATE TABLE "xapi_forward" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "version" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "sent" BIGINT NOT NULL DEFAULT 0,
    "last_sent_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_fault" TEXT,
    "try_at" TIMESTAMPTZ(3),

    CONSTRAINT "xapi_forward_pkey" PRIMARY KEY ("commune_id","id")
);

CREATE TABLE "xapi_dead_letter" (
    "commune_id" UUID NOT NULL,
    "forward_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL,
    "fault" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "xapi_dead_letter_pkey" PRIMARY KEY ("commune_id","forward_id","statement_id"),
    FOREIGN KEY (commune_id, forward_id) REFERENCES xapi_forward (commune_id, id)
);

-- ---------------------------------------------------------------- months
-- Makes the monthly partitions of statements and postings from `since` until the month of `until`. There
-- is no partition for what is left over, so that PostgreSQL reads the months in their order.
CREATE FUNCTION xapi_ensure_partitions(since date, until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  month date := date_trunc('month', since);
  parent text;
  name text;
BEGIN
  WHILE month <= until LOOP
    FOREACH parent IN ARRAY ARRAY['xapi_statement', 'xapi_posting'] LOOP
      name := parent || '_' || to_char(month, 'YYYYMM');
      CONTINUE WHEN to_regclass(name) IS NOT NULL;
      PERFORM pg_advisory_xact_lock(30817); -- whoever is first; the others then find it
      IF to_regclass(name) IS NULL THEN
        EXECUTE format(
          'CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name, parent,
          (month::text || ' 00:00:00+00'), ((month + interval '1 month')::date::text || ' 00:00:00+00'));
      END IF;
    END LOOP;
    month := month + interval '1 month';
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION xapi_ensure_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION xapi_ensure_partitions(date, date) TO nephoc_app;

-- ---------------------------------------------------------------- who may what
SELECT guard_by_commune(guarded::regclass) FROM unnest(ARRAY[
  'xapi_statement', 'xapi_document', 'xapi_seal', 'xapi_erasure', 'xapi_forward', 'xapi_dead_letter'
]) AS guarded;
GRANT SELECT, INSERT ON
  xapi_posting, xapi_statement_key, xapi_voiding, xapi_authority
TO nephoc_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON xapi_client TO nephoc_app;
GRANT USAGE ON SEQUENCE xapi_statement_sequence TO nephoc_app;

SELECT make_append_only(kept::regclass) FROM unnest(ARRAY[
  'xapi_statement', 'xapi_posting', 'xapi_voiding', 'xapi_authority', 'xapi_seal', 'xapi_erasure'
]) AS kept;

-- An id that is waited for becomes a statement's once; a statement's id stands.
CREATE FUNCTION refuse_change_of_kept_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'nephoc_app' AND coalesce(current_setting('app.lawful_erasure', true), '') = 'on' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.stored IS NULL AND NEW.id = OLD.id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON xapi_statement_key
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_kept_id();
GRANT UPDATE ON xapi_statement_key TO nephoc_app;

-- ---------------------------------------------------------------- the clock of storing
-- Each writer holds, until it commits, a lock whose number is the millisecond in which it began; it takes
-- its `stored` after that. Whoever looks at the clock first and at the locks then knows a moment up to
-- which nothing will be added any more.
CREATE FUNCTION xapi_begin_storing() RETURNS timestamptz LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(
    (30817::bigint << 44) | floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint);
  RETURN date_trunc('milliseconds', clock_timestamp());
END
$$;

-- The moment up to which (included) every statement is there for whoever reads after this answer.
CREATE FUNCTION xapi_consistent_through() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  looked timestamptz := clock_timestamp();
  oldest bigint;
BEGIN
  SELECT min(((classid::bigint << 32) | objid::bigint) & ((1::bigint << 44) - 1)) INTO oldest
  FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >> 12 = 30817
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
  RETURN date_trunc('milliseconds', least(looked, to_timestamp(oldest / 1000.0))) - interval '1 millisecond';
END
$$;

-- ---------------------------------------------------------------- storing
-- Whoever refers to one of these statements, and these themselves, are found by what they refer to as
-- well, through any number of references (xAPI 2.0 §4.1.6.1: a query follows StatementRefs).
CREATE FUNCTION xapi_follow(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seen uuid[] := ids;
  targets uuid[];
BEGIN
  -- Whoever stores one of the targets waits for us here, or we for him: neither misses the other.
  LOOP
    SELECT array_agg(DISTINCT s.refers_to) INTO targets
    FROM xapi_statement_key k JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
    WHERE k.id = ANY (seen) AND s.refers_to IS NOT NULL AND s.refers_to <> ALL (seen);
    EXIT WHEN targets IS NULL;
    PERFORM FROM xapi_statement_key k WHERE k.id = ANY (targets) ORDER BY k.id FOR UPDATE;
    seen := seen || targets;
  END LOOP;
  INSERT INTO xapi_posting (key, stored, sequence)
  WITH RECURSIVE above AS (
    SELECT s.id, s.stored, s.sequence, s.refers_to
    FROM xapi_statement_key k JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
    WHERE k.id = ANY (ids)
    UNION
    SELECT s.id, s.stored, s.sequence, s.refers_to FROM above JOIN xapi_statement s ON s.refers_to = above.id
  ), below AS (
    SELECT stored, sequence, refers_to AS target FROM above WHERE refers_to IS NOT NULL
    UNION
    SELECT below.stored, below.sequence, t.refers_to
    FROM below
      JOIN xapi_statement_key k ON k.id = below.target
      JOIN xapi_statement t ON t.stored = k.stored AND t.sequence = k.sequence
    WHERE t.refers_to IS NOT NULL
  )
  SELECT DISTINCT key, below.stored, below.sequence
  FROM below
    JOIN xapi_statement_key k ON k.id = below.target
    JOIN xapi_statement t ON t.stored = k.stored AND t.sequence = k.sequence,
    unnest(t.keys) AS key
  ON CONFLICT DO NOTHING;
END
$$;

-- Stores statements whose ids are all different and answers the ids that were kept before; and one row with
-- no id, when the others were stored. With `whole`, ids that were kept before make it fail with XA001, and
-- nothing is stored. `payloads` and `all_keys` have U+001E between statements, which no JSON text holds.
CREATE FUNCTION xapi_store(
  scope text, commune uuid, authority uuid, authority_agent text, stored_at timestamptz, whole boolean,
  void_reach uuid[], void_everywhere boolean, void_authority uuid,
  ids uuid[], timestamps timestamptz[], versions text[], payloads text, all_keys text,
  targets uuid[], voiding boolean[]
) RETURNS TABLE (id uuid, stored timestamptz) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz;
  fresh uuid[];
  awaited uuid[];
BEGIN
  IF scope IS NOT NULL THEN
    PERFORM set_config('app.communes', scope, true);
  END IF;
  moment := coalesce(stored_at, xapi_begin_storing());
  IF to_regclass('xapi_posting_' || to_char(moment AT TIME ZONE 'UTC', 'YYYYMM')) IS NULL THEN
    PERFORM xapi_ensure_partitions((moment AT TIME ZONE 'UTC')::date, (moment AT TIME ZONE 'UTC')::date);
  END IF;
  IF authority_agent IS NOT NULL THEN
    INSERT INTO xapi_authority (id, agent) VALUES (authority, authority_agent) ON CONFLICT DO NOTHING;
  END IF;
  IF targets IS NOT NULL THEN
    INSERT INTO xapi_statement_key (id)
    SELECT DISTINCT target FROM unnest(targets) AS target
    WHERE target IS NOT NULL AND target <> ALL (ids) ORDER BY target
    ON CONFLICT DO NOTHING;
  END IF;

  WITH numbered AS MATERIALIZED (
    SELECT n.*, nextval('xapi_statement_sequence') AS sequence
    FROM unnest(ids, timestamps, versions, string_to_array(payloads, E'\x1e'),
        string_to_array(all_keys, E'\x1e'), targets, voiding)
      AS n (id, "timestamp", version, payload, keys, refers_to, voids)
  ), kept AS (
    INSERT INTO xapi_statement_key AS k (id, stored, sequence)
    SELECT n.id, moment, n.sequence FROM numbered n ORDER BY n.id
    ON CONFLICT (id) DO UPDATE SET stored = excluded.stored, sequence = excluded.sequence
      WHERE k.stored IS NULL
    RETURNING k.id, k.xmax <> 0 AS awaited
  ), added AS (
    INSERT INTO xapi_statement
      (stored, sequence, id, commune_id, authority_id, version, "timestamp", keys, refers_to, voids, payload)
    SELECT moment, n.sequence, n.id, commune, authority, n.version, coalesce(n."timestamp", moment),
      n.keys::uuid[], n.refers_to, coalesce(n.voids, false), n.payload
    FROM numbered n JOIN kept USING (id)
    RETURNING xapi_statement.sequence, xapi_statement.keys
  ), posted AS (
    INSERT INTO xapi_posting (key, stored, sequence)
    SELECT key, moment, added.sequence FROM added, unnest(added.keys) AS key
  ), voided AS (
    INSERT INTO xapi_voiding (target_id, voider_id, stored, reach, everywhere, authority_id)
    SELECT n.refers_to, n.id, moment, void_reach, void_everywhere, void_authority
    FROM numbered n JOIN kept USING (id) WHERE n.voids
  )
  SELECT array_agg(kept.id), array_agg(kept.id) FILTER (WHERE kept.awaited) INTO fresh, awaited FROM kept;

  IF whole AND coalesce(cardinality(fresh), 0) < cardinality(ids) THEN
    RAISE EXCEPTION 'an id was kept before' USING ERRCODE = 'XA001';
  END IF;
  IF awaited IS NOT NULL OR targets IS NOT NULL THEN
    PERFORM xapi_follow(fresh);
  END IF;
  RETURN QUERY SELECT NULL::uuid, moment;
  IF coalesce(cardinality(fresh), 0) < cardinality(ids) THEN
    RETURN QUERY SELECT kept.id, NULL::timestamptz FROM unnest(ids) AS kept (id)
      WHERE kept.id <> ALL (coalesce(fresh, '{}'));
  END IF;
END
$$;

-- What is kept under these ids, for telling a repetition from a conflict: also what another commune keeps,
-- since an id is one for all. Nothing of it is given out.
CREATE FUNCTION xapi_kept(ids uuid[]) RETURNS TABLE (id uuid, stored timestamptz, payload text)
LANGUAGE sql VOLATILE SET app.communes = '*' AS $$
  SELECT k.id, k.stored, s.payload
  FROM xapi_statement_key k JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
  WHERE k.id = ANY (ids)
$$;

-- ---------------------------------------------------------------- what was kept, in the new shape
CREATE FUNCTION pg_temp.posting_key(kind text, what text) RETURNS uuid LANGUAGE sql AS
  $$ SELECT encode(substring(sha256(convert_to(kind || ' ' || what, 'UTF8')) FOR 16), 'hex')::uuid $$;
SELECT xapi_ensure_partitions((month || '-01')::date, (month || '-01')::date)
FROM (SELECT DISTINCT to_char(stored AT TIME ZONE 'UTC', 'YYYY-MM') AS month FROM kept_statement) AS months;

-- Nothing but the product itself has vouched until now; its agent as canonical JSON.
CREATE FUNCTION pg_temp.agent_of(payload text) RETURNS text LANGUAGE sql AS
  $$ SELECT format('{"account":{"homePage":%s,"name":%s},"objectType":"Agent"}',
       payload::json #> '{authority,account,homePage}', payload::json #> '{authority,account,name}') $$;
INSERT INTO xapi_authority (id, agent)
SELECT pg_temp.posting_key('authority', agent), agent
FROM (SELECT DISTINCT pg_temp.agent_of(payload) AS agent FROM kept_statement) AS agents;
INSERT INTO xapi_statement
  (stored, sequence, id, commune_id, authority_id, version, "timestamp", keys, refers_to, voids, payload)
SELECT stored, nextval('xapi_statement_sequence'), id, commune_id,
  pg_temp.posting_key('authority', pg_temp.agent_of(payload)),
  payload::json ->> 'version', "timestamp",
  ARRAY(
    SELECT pg_temp.posting_key('agent', actor_key) WHERE actor_key <> 'anonymous'
    UNION SELECT pg_temp.posting_key('agent-verb', actor_key || ' ' || verb) WHERE actor_key <> 'anonymous'
    UNION SELECT pg_temp.posting_key('verb', verb)
    UNION SELECT pg_temp.posting_key('activity', activity_id) WHERE activity_id IS NOT NULL
    UNION SELECT pg_temp.posting_key('registration', registration::text) WHERE registration IS NOT NULL
    UNION SELECT pg_temp.posting_key('related-agent', related)
      FROM unnest(related_agent_keys) AS related WHERE related <> actor_key
    UNION SELECT pg_temp.posting_key('related-activity', related)
      FROM unnest(related_activity_ids) AS related WHERE related IS DISTINCT FROM activity_id
  ),
  refers_to, refers_to IS NOT NULL AND verb = 'http://adlnet.gov/expapi/verbs/voided', payload
FROM (SELECT * FROM kept_statement WHERE commune_id IS NOT NULL ORDER BY sequence) AS in_order;
INSERT INTO xapi_statement_key (id, stored, sequence)
SELECT id, stored, sequence FROM xapi_statement;
INSERT INTO xapi_statement_key (id)
SELECT DISTINCT refers_to FROM xapi_statement WHERE refers_to IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO xapi_posting (key, stored, sequence)
SELECT key, stored, sequence FROM xapi_statement, unnest(keys) AS key;
INSERT INTO xapi_voiding (target_id, voider_id, stored, everywhere)
SELECT target_id, voider_id, stored, true FROM kept_voiding;

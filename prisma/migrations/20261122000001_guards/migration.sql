-- What Prisma cannot say: the application's role, foreign keys over commune_id, checks, partitions,
-- append-only tables, and row-level security by commune.

-- ---------------------------------------------------------------- the application's role
-- It owns nothing. A connection takes it by `-c role=nephoc_app`, or a login of its own is granted it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nephoc_app') THEN
    CREATE ROLE nephoc_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was first
END
$$;
DO $$
BEGIN
  -- Who is a member already, by `npm run setup`, may not be allowed to grant it.
  IF NOT pg_has_role(current_user, 'nephoc_app', 'MEMBER') THEN
    EXECUTE format('GRANT nephoc_app TO %I', current_user);
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO nephoc_app;

-- ---------------------------------------------------------------- foreign keys
ALTER TABLE place
  ADD FOREIGN KEY (province_id) REFERENCES place (id),
  ADD FOREIGN KEY (commune_id) REFERENCES place (id);
ALTER TABLE place_code ADD FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE place_predecessor ADD FOREIGN KEY (commune_id) REFERENCES place (id);
ALTER TABLE person
  ADD FOREIGN KEY (commune_id) REFERENCES place (id),
  ADD FOREIGN KEY (village_id) REFERENCES place (id),
  ADD FOREIGN KEY (commune_id, guardian_id) REFERENCES person (commune_id, id);
ALTER TABLE consent ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE account ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE session
  ADD FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id) ON DELETE CASCADE;
ALTER TABLE office
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE audit_entry ADD FOREIGN KEY (commune_id) REFERENCES place (id);
ALTER TABLE audit_head ADD FOREIGN KEY (commune_id) REFERENCES place (id);
ALTER TABLE xapi_client ADD FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE lesson_progress ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE course_progress ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE attempt ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE centre ADD FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE centre_class
  ADD FOREIGN KEY (commune_id, centre_id) REFERENCES centre (commune_id, id),
  ADD FOREIGN KEY (commune_id, promoter_id) REFERENCES person (commune_id, id);
ALTER TABLE class_meeting
  ADD FOREIGN KEY (commune_id, class_id) REFERENCES centre_class (commune_id, id);
ALTER TABLE attendance
  ADD FOREIGN KEY (commune_id, meeting_id) REFERENCES class_meeting (commune_id, id),
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE stored_file ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE evidence
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (commune_id, file_id) REFERENCES stored_file (commune_id, id);
ALTER TABLE attestation
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (criteria_set_id) REFERENCES criteria_set (id);
ALTER TABLE cycle
  ADD FOREIGN KEY (province_id) REFERENCES place (id),
  ADD FOREIGN KEY (criteria_set_id) REFERENCES criteria_set (id);
ALTER TABLE assessment
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (cycle_id) REFERENCES cycle (id),
  ADD FOREIGN KEY (village_id) REFERENCES place (id);
ALTER TABLE assessment_snapshot
  ADD FOREIGN KEY (commune_id, assessment_id) REFERENCES assessment (commune_id, id);
ALTER TABLE review
  ADD FOREIGN KEY (commune_id, assessment_id) REFERENCES assessment (commune_id, id),
  ADD FOREIGN KEY (commune_id, snapshot_id) REFERENCES assessment_snapshot (commune_id, id);
ALTER TABLE decision ADD FOREIGN KEY (cycle_id) REFERENCES cycle (id);
ALTER TABLE decision_item
  ADD FOREIGN KEY (commune_id, decision_id) REFERENCES decision (commune_id, id),
  ADD FOREIGN KEY (commune_id, assessment_id) REFERENCES assessment (commune_id, id);
ALTER TABLE register_entry
  ADD FOREIGN KEY (commune_id, decision_id) REFERENCES decision (commune_id, id),
  ADD FOREIGN KEY (commune_id, assessment_id) REFERENCES assessment (commune_id, id),
  ADD FOREIGN KEY (criteria_set_id) REFERENCES criteria_set (id);
ALTER TABLE revocation
  ADD FOREIGN KEY (commune_id, register_entry_id) REFERENCES register_entry (commune_id, id);
ALTER TABLE collective ADD FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE collective_member
  ADD FOREIGN KEY (commune_id, collective_id) REFERENCES collective (commune_id, id),
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE collective_title
  ADD FOREIGN KEY (commune_id, collective_id) REFERENCES collective (commune_id, id),
  ADD FOREIGN KEY (criteria_set_id) REFERENCES criteria_set (id);
ALTER TABLE target ADD FOREIGN KEY (place_id) REFERENCES place (id);

-- ---------------------------------------------------------------- checks
ALTER TABLE place ADD CHECK (
  (kind = 'province' AND province_id IS NULL AND commune_id IS NULL)
  OR (kind = 'commune' AND province_id IS NOT NULL AND commune_id IS NULL)
  OR (kind = 'village' AND province_id IS NOT NULL AND commune_id IS NOT NULL)
);
ALTER TABLE person ADD CHECK ((birth_date IS NULL) = (birth_precision = 'unknown'));
ALTER TABLE office ADD CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE lesson_progress
  ADD CHECK (minutes >= 0 AND attempts >= 0),
  ADD CHECK (best_scaled BETWEEN 0 AND 1);
ALTER TABLE course_progress ADD CHECK (minutes >= 0 AND lessons_done >= 0);
ALTER TABLE attempt ADD CHECK (score_raw BETWEEN 0 AND score_max AND score_max > 0);
ALTER TABLE decision
  ADD CHECK (state = 'draft' OR (number IS NOT NULL AND decided_on IS NOT NULL AND issued_at IS NOT NULL));
ALTER TABLE register_entry ADD CHECK (number > 0 AND valid_to >= valid_from);
ALTER TABLE target ADD CHECK (percent BETWEEN 0 AND 100);

-- ---------------------------------------------------------------- statements by month
CREATE TABLE xapi_statement_default PARTITION OF xapi_statement DEFAULT;

CREATE INDEX xapi_statement_related_agent_keys ON xapi_statement USING gin (related_agent_keys);
CREATE INDEX xapi_statement_related_activity_ids ON xapi_statement USING gin (related_activity_ids);
CREATE INDEX xapi_statement_activity ON xapi_statement (activity_id, sequence);
CREATE INDEX xapi_statement_registration ON xapi_statement (registration, sequence)
  WHERE registration IS NOT NULL;
CREATE INDEX xapi_statement_refers_to ON xapi_statement (refers_to) WHERE refers_to IS NOT NULL;
CREATE UNIQUE INDEX xapi_document_identity ON xapi_document
  (kind, activity_id, agent_key, registration, document_id) NULLS NOT DISTINCT;

-- Makes the monthly partitions from `since` until the month of `until`; run at every start.
CREATE FUNCTION xapi_ensure_partitions(since date, until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  month date := date_trunc('month', since);
  name text;
BEGIN
  WHILE month <= until LOOP
    name := 'xapi_statement_' || to_char(month, 'YYYYMM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS %I PARTITION OF xapi_statement FOR VALUES FROM (%L) TO (%L)',
        name, (month::text || ' 00:00:00+00'), ((month + interval '1 month')::date::text || ' 00:00:00+00'));
    END IF;
    month := month + interval '1 month';
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION xapi_ensure_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION xapi_ensure_partitions(date, date) TO nephoc_app;
SELECT xapi_ensure_partitions(date '2026-01-01', date '2027-12-01');

-- ---------------------------------------------------------------- who sees which commune
-- `app.communes` holds the communes that a transaction may touch: '*' or uuids with commas; unset is none.
CREATE FUNCTION app_everywhere() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.communes', true), '') = '*' $$;
CREATE FUNCTION app_communes() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN coalesce(current_setting('app.communes', true), '') IN ('', '*') THEN '{}'::uuid[]
     ELSE string_to_array(current_setting('app.communes', true), ',')::uuid[] END $$;

-- Puts a table of a commune under row-level security; every later migration that adds one calls it.
CREATE FUNCTION guard_by_commune(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format(
    'CREATE POLICY of_commune ON %s USING ((SELECT app_everywhere()) OR commune_id = ANY ((SELECT app_communes())::uuid[]))',
    guarded);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO nephoc_app', guarded);
END
$$;

-- Facts are appended: no update, no delete. Lawful erasure is the owner's, and says so.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'nephoc_app' AND coalesce(current_setting('app.lawful_erasure', true), '') = 'on' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE FUNCTION make_append_only(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    kept);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM nephoc_app', kept);
END
$$;
REVOKE ALL ON FUNCTION guard_by_commune(regclass), make_append_only(regclass) FROM PUBLIC;

SELECT guard_by_commune(guarded::regclass) FROM unnest(ARRAY[
  'person', 'consent', 'account', 'session', 'office', 'audit_entry', 'audit_head',
  'xapi_statement', 'xapi_document', 'lesson_progress', 'course_progress', 'attempt',
  'centre', 'centre_class', 'class_meeting', 'attendance',
  'stored_file', 'evidence', 'attestation',
  'assessment', 'assessment_snapshot', 'review', 'decision', 'decision_item',
  'register_counter', 'register_entry', 'revocation',
  'collective', 'collective_member', 'collective_title'
]) AS guarded;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  place, place_code, place_predecessor, loaded_data, rate_limit,
  xapi_statement_key, xapi_voiding, xapi_activity, xapi_attachment, xapi_client,
  criteria_set, cycle, target
TO nephoc_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nephoc_app;

SELECT make_append_only(kept::regclass) FROM unnest(ARRAY[
  'audit_entry', 'xapi_statement', 'xapi_statement_key', 'xapi_voiding', 'attestation',
  'assessment_snapshot', 'review', 'register_entry', 'revocation'
]) AS kept;

-- An issued decision and its list stand as they were issued.
CREATE FUNCTION refuse_change_of_issued_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'nephoc_app' AND coalesce(current_setting('app.lawful_erasure', true), '') = 'on' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF OLD.state = 'issued' THEN
    RAISE EXCEPTION 'append-only: % on an issued decision', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER issued_stands BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_decision();

CREATE FUNCTION refuse_change_of_issued_list() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item decision_item := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF current_user <> 'nephoc_app' AND coalesce(current_setting('app.lawful_erasure', true), '') = 'on' THEN
    RETURN item;
  END IF;
  IF EXISTS (SELECT FROM decision
             WHERE commune_id = item.commune_id AND id = item.decision_id AND state = 'issued') THEN
    RAISE EXCEPTION 'append-only: % on the list of an issued decision', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN item;
END
$$;
CREATE TRIGGER issued_list_stands BEFORE INSERT OR UPDATE OR DELETE ON decision_item
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_list();

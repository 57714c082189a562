import { canonicalJson } from "#app/domain/kernel/index.ts";
import { postingKey } from "#app/domain/xapi/index.server.ts";
import type pg from "pg";

import { BASE, COURSES, LESSONS_A_COURSE, VERBS } from "./record-store-statements.ts";

/** Rows of one call; each is a transaction. */
const SLICE = 50_000;

/**
 * Fills the store up to `target` statements by SQL alone, in the shape in which the product stores them,
 * spread over the months before; their keys are those that `postingKeys` makes. As the owner of the tables.
 */
export async function fill(
  client: pg.Client,
  target: number,
  people: number,
  placeId: string,
  authority: object,
  say: (line: string) => void,
): Promise<void> {
  const agent = canonicalJson(JSON.parse(JSON.stringify(authority)));
  const authorityId = postingKey("authority", agent);
  await client.query("SELECT set_config('app.communes', '*', false)");
  await client.query("SET synchronous_commit = off");
  await client.query(FUNCTIONS);
  await client.query("INSERT INTO xapi_authority VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    authorityId,
    agent,
  ]);
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM xapi_statement_key",
  );
  let count = rows[0]?.count ?? 0;
  await client.query(
    "SELECT xapi_ensure_partitions((now() - interval '11 months')::date, now()::date)",
  );
  while (count < target) {
    const slice = Math.min(SLICE, target - count);
    await client.query(
      "SELECT pg_temp.fill($1, $2, $3::uuid, $4::uuid, $5, $6, $7, $8, $9::text[])",
      [
        slice,
        // The older the slice, the older its month.
        `${Math.round((1 - count / target) * 300)} days`,
        placeId,
        authorityId,
        BASE,
        people,
        COURSES,
        LESSONS_A_COURSE,
        [...VERBS],
      ],
    );
    count += slice;
    if (count % 500_000 === 0 || count === target) say(`… ${count} bản ghi`);
  }
  await client.query("VACUUM ANALYZE xapi_statement, xapi_posting, xapi_statement_key");
  await client.query("CHECKPOINT");
}

const FUNCTIONS = `
CREATE OR REPLACE FUNCTION pg_temp.key(kind text, what text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT encode(substring(sha256(convert_to(kind || ' ' || what, 'UTF8')) FOR 16), 'hex')::uuid $$;
CREATE OR REPLACE FUNCTION pg_temp.fill(
  slice int, ago interval, place uuid, authority uuid, base text, people int, courses int, lessons int, verbs text[]
) RETURNS void LANGUAGE sql AS $$
  WITH drawn AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS registration,
      date_trunc('milliseconds', now() - ago) + (n / 20) * interval '1 millisecond' AS stored,
      nextval('xapi_statement_sequence') AS sequence,
      floor(random() * people)::int AS person, floor(random() * courses)::int AS course,
      floor(random() * lessons)::int AS lesson,
      verbs[1 + floor(random() * cardinality(verbs))::int] AS verb
    FROM generate_series(1, slice) AS n
  ), said AS MATERIALIZED (
    SELECT *, 'account:' || base || '|hoc-vien-' || person AS agent,
      'http://adlnet.gov/expapi/verbs/' || verb AS verb_id,
      base || '/khoa-hoc/' || course AS course_id,
      base || '/khoa-hoc/' || course || '/bai/' || lesson AS lesson_id
    FROM drawn
  ), rows AS MATERIALIZED (
    SELECT *, ARRAY[pg_temp.key('agent', agent), pg_temp.key('agent-verb', agent || ' ' || verb_id),
        pg_temp.key('verb', verb_id), pg_temp.key('activity', lesson_id),
        pg_temp.key('registration', registration::text), pg_temp.key('related-activity', course_id),
        authority] AS keys,
      format('{"id":"%s","actor":{"objectType":"Agent","account":{"homePage":"%s","name":"hoc-vien-%s"}},'
        '"verb":{"id":"%s","display":{"en-US":"%s","vi":"làm bài"}},"object":{"objectType":"Activity","id":"%s",'
        '"definition":{"type":"http://adlnet.gov/expapi/activities/lesson","name":{"vi":"Bài %s của khóa học số %s"}}},'
        '"result":{"score":{"scaled":0.8,"raw":8,"min":0,"max":10},"success":true,"completion":true,'
        '"duration":"PT2M30.25S","response":"Con lợn bỏ ăn thì báo thú y xã ngay"},"context":{"registration":"%s",'
        '"contextActivities":{"grouping":[{"objectType":"Activity","id":"%s"}]},"platform":"Trường Phổ thông Dân tộc '
        'bán trú","language":"vi"},"timestamp":"2026-11-20T12:34:56.789+07:00"}',
        id, base, person, verb_id, verb, lesson_id, lesson, course, registration, course_id) AS payload
    FROM said
  ), ids AS (
    INSERT INTO xapi_statement_key (id, stored, sequence) SELECT id, stored, sequence FROM rows
  ), statements AS (
    INSERT INTO xapi_statement (stored, sequence, id, commune_id, authority_id, version, "timestamp", keys, voids, payload)
    SELECT stored, sequence, id, place, authority, '2.0.0', stored, keys, false, payload FROM rows
  )
  INSERT INTO xapi_posting (key, stored, sequence)
  SELECT key, stored, sequence FROM rows, unnest(keys) AS key ORDER BY key
$$;`;

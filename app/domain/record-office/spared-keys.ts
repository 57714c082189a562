/**
 * What is left of a statement's keys when its text goes: its verb, its activities, and whoever vouches
 * for it (the product or a client, never a resident), so that counts stay. Run as it stands, for one session.
 *
 * No JSON text may make an erasure fail: PostgreSQL reads none that holds `\\u0000` or half a surrogate
 * pair, so those are taken out where reading fails; and what cannot be read for any other reason keeps
 * no key at all.
 */
export const SPARED_KEYS: readonly string[] = [
  String.raw`
CREATE FUNCTION pg_temp.posting_key(kind text, what text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT encode(substring(sha256(convert_to(kind || ' ' || what, 'UTF8')) FOR 16), 'hex')::uuid $$`,
  String.raw`
CREATE FUNCTION pg_temp.counted_keys(statement json) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
  WITH part (object, context) AS (
    SELECT statement -> 'object', statement -> 'context'
    UNION ALL
    SELECT statement -> 'object' -> 'object', statement -> 'object' -> 'context'
    WHERE statement -> 'object' ->> 'objectType' = 'SubStatement'
  ), activity (id) AS (
    SELECT object ->> 'id' FROM part
    UNION ALL
    SELECT one ->> 'id'
    FROM part, unnest(ARRAY['parent', 'grouping', 'category', 'other']) AS list,
      json_array_elements(CASE json_typeof(context -> 'contextActivities' -> list)
        WHEN 'array' THEN context -> 'contextActivities' -> list
        WHEN 'object' THEN json_build_array(context -> 'contextActivities' -> list)
        ELSE '[]'::json END) AS one
  )
  SELECT array_agg(key) FROM (
    SELECT pg_temp.posting_key('verb', statement -> 'verb' ->> 'id') AS key
    UNION ALL SELECT pg_temp.posting_key('activity', id) FROM activity
    UNION ALL SELECT pg_temp.posting_key('related-activity', id) FROM activity
  ) keys WHERE key IS NOT NULL
$$`,
  String.raw`
CREATE FUNCTION pg_temp.spared_keys(payload text, keys uuid[], authority text) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
  counted uuid[];
  account json := authority::json -> 'account';
BEGIN
  BEGIN
    counted := pg_temp.counted_keys(payload::json);
  EXCEPTION WHEN data_exception THEN
    BEGIN
      counted := pg_temp.counted_keys(regexp_replace(payload,
        '(?<!\\)((?:\\\\)*)\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\1?', 'g')::json);
    EXCEPTION WHEN data_exception THEN
      counted := '{}';
    END;
  END;
  counted := counted || pg_temp.posting_key('related-agent',
    'account:' || (account ->> 'homePage') || '|' || (account ->> 'name'));
  RETURN ARRAY(SELECT key FROM unnest(keys) AS key WHERE key = ANY (counted));
END
$$`,
];

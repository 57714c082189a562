-- What a name is searched by, as `searchKey` of the kernel says it: case, marks, apostrophes and what cannot
-- be seen aside, "đ" as "d", a final y that is heard as i as "i".
CREATE FUNCTION search_key(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    trim(regexp_replace(
      lower(translate(
        regexp_replace(
          normalize(
            regexp_replace(words, '[''‘’‛`´ʹʻʼˈ′΄ꞌ＇\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g'),
            NFKD),
          '[\u0300-\u036f]', '', 'g'),
        'đĐðÐɖƉƀɃ', 'ddddddbb') COLLATE "vi-x-icu"),
      '[^[:alnum:]]+', ' ', 'g')),
    '(^| )(h|k|l|m|s|t|v|qu)y(?= |$)', '\1\2i', 'g')
$$;

-- "Giàng Thị Mỷ" as "Mỷ Giàng Thị": people are listed by their given name.
CREATE FUNCTION given_name_first(full_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(full_name, '^(.*\S)\s+(\S+)$', '\2 \1')
$$;

-- The owner is under row-level security too.
SELECT set_config('app.communes', '*', true);
UPDATE person SET search_name = search_key(full_name) WHERE search_name <> search_key(full_name);
UPDATE place SET search_name = search_key(type || ' ' || name)
 WHERE search_name <> search_key(type || ' ' || name);
UPDATE place_predecessor SET old_search_name = search_key(old_name)
 WHERE old_search_name <> search_key(old_name);

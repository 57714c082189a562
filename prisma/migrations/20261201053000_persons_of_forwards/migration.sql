-- How persons go along has a name instead of yes and no. The owner is under row-level security too.
SELECT set_config('app.communes', '*', true);
UPDATE xapi_forward
   SET filters = (filters::jsonb - 'includePersons' || jsonb_build_object(
         'persons', CASE WHEN filters::jsonb ->> 'includePersons' = 'true' THEN 'as-recorded' ELSE 'pseudonyms' END
       ))::text
 WHERE filters::jsonb ? 'includePersons';

-- What one authority vouches for, in the order of storing: a client that reads its own alone.
CREATE INDEX xapi_statement_authority ON xapi_statement (authority_id, stored, sequence);

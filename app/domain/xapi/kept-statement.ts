import { z } from "zod";

import { Statement } from "./statement.ts";

const AsItWasKept = z.custom<Statement>();

/** A statement out of the store; what was valid when it was kept is one still, whatever is refused today. */
export function keptStatement(json: object): Statement {
  const read = Statement.safeParse(json);
  return read.success ? read.data : AsItWasKept.parse(json);
}

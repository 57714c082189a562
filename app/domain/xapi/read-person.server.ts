import { searchStatements, type RecordDeps } from "./client-statements.server.ts";
import { type RecordClient, statementsItMayRead } from "./client.ts";
import { keptStatement } from "./kept-statement.ts";
import type { IdentifiedActor, Statement } from "./statement.ts";
import { agentKey } from "./statement-keys.ts";

/** xAPI 2.0 §4.1.6.3: everything known of somebody, as arrays. */
export interface Person {
  readonly objectType: "Person";
  readonly name?: readonly string[];
  readonly mbox?: readonly string[];
  readonly mbox_sha1sum?: readonly string[];
  readonly openid?: readonly string[];
  readonly account?: readonly { readonly homePage: string; readonly name: string }[];
}

/** How far back names are looked for. */
const STATEMENTS = 25;

/**
 * The person of one identifier. No two identifiers are ever joined; names are those of the newest
 * statements that the client may read.
 */
export async function readPerson(
  deps: Pick<RecordDeps, "sql">,
  client: RecordClient,
  agent: IdentifiedActor,
): Promise<Person> {
  const names = new Set(agent.name === undefined ? [] : [agent.name]);
  const key = agentKey(agent);
  if (statementsItMayRead(client) !== "nothing") {
    const found = await searchStatements(deps, client, { agent: key }, { limit: STATEMENTS });
    const statements = found.ok ? found.value.statements : [];
    for (const { id, payload } of statements) {
      const statement = keptStatement({ id, ...JSON.parse(payload) });
      for (const name of namesOf(statement, key)) names.add(name);
    }
  }
  const { mbox, mbox_sha1sum: hash, openid, account } = agent;
  return {
    objectType: "Person",
    ...(names.size === 0 ? {} : { name: [...names] }),
    ...(mbox === undefined ? {} : { mbox: [mbox] }),
    ...(hash === undefined ? {} : { mbox_sha1sum: [hash] }),
    ...(openid === undefined ? {} : { openid: [openid] }),
    ...(account === undefined ? {} : { account: [account] }),
  };
}

function namesOf({ actor, object }: Statement, key: string): readonly string[] {
  const isWho =
    "objectType" in object && (object.objectType === "Agent" || object.objectType === "Group");
  const members = "member" in actor ? (actor.member ?? []) : [];
  return [actor, ...members, ...(isWho ? [object] : [])].flatMap((who) =>
    who.name !== undefined && agentKey(who) === key ? [who.name] : [],
  );
}

import { expect, test } from "vitest";

import { newId, objectOf, VERSIONS } from "./ask.ts";
import {
  foundIds,
  get,
  planned,
  referring,
  type Sent,
  SITE,
  somebody,
  something,
  statementWith,
  stored,
  voiding,
} from "./statements.ts";

const idsOf = (...statements: readonly Sent[]) => statements.map(({ id }) => id).toSorted();

test.for(VERSIONS)(
  "2.0 §4.1.6.1 whoever refers to a match is found with it, by every filter (%s)",
  async (version) => {
    const [actor, object, registration] = [somebody(), something(), newId()];
    const verb = { id: `${SITE}/verbs/${newId()}` };
    const target = statementWith({ actor, verb, object, context: { registration } });
    const comment = referring(target.id, { actor: somebody() });
    await stored(version, target, comment);
    const both = idsOf(target, comment);
    for (const query of [
      { agent: actor },
      { verb: verb.id },
      { activity: object.id },
      { registration },
      { agent: actor, verb: verb.id, activity: object.id, registration },
      { agent: actor, related_agents: "true" },
      { activity: object.id, related_activities: "true" },
    ]) {
      expect((await foundIds(version, query)).toSorted(), JSON.stringify(query)).toEqual(both);
    }
    // A filter is met by one statement whole, not by two of them in parts.
    const split = { agent: comment["actor"], verb: verb.id };
    expect(await foundIds(version, split)).toEqual([]);
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 references are followed through a chain, in whatever order it comes (%s)",
  async (version) => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [1, 3, 0, 2],
    ];
    for (const order of orders) {
      const actor = somebody();
      const chain = [statementWith({ actor })];
      while (chain.length < 4) chain.push(referring(chain.at(-1)?.id ?? "", { actor: somebody() }));
      for (const index of order) {
        const statement = chain[index];
        if (statement !== undefined) await stored(version, statement);
      }
      const found = await foundIds(version, { agent: actor });
      expect(found.toSorted(), order.join()).toEqual(idsOf(...chain));
    }
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 since and until are held to what refers, not to its target (%s)",
  async (version) => {
    const actor = somebody();
    const target = statementWith({ actor });
    await stored(version, target);
    const { stored: moment } = objectOf(await get(version, { statementId: target.id }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const comment = referring(target.id);
    await stored(version, comment);
    expect(await foundIds(version, { agent: actor, since: moment })).toEqual([comment.id]);
    expect(await foundIds(version, { agent: actor, until: moment })).toEqual([target.id]);
    const limited = { agent: actor, limit: "1", ascending: "true" };
    expect(await foundIds(version, limited)).toEqual([target.id]);
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 a reference in the context or in a plan is not followed (%s)",
  async (version) => {
    const actor = somebody();
    const target = statementWith({ actor });
    const reference = { objectType: "StatementRef", id: target.id };
    await stored(
      version,
      target,
      statementWith({ context: { statement: reference } }),
      planned({ object: reference }),
    );
    expect(await foundIds(version, { agent: actor })).toEqual([target.id]);
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 what is voided is passed over, but leads on to what refers to it (%s)",
  async (version) => {
    const actor = somebody();
    const target = statementWith({ actor });
    const comment = referring(target.id);
    const reply = referring(comment.id);
    const voider = voiding(comment.id);
    await stored(version, target, comment, reply, voider);
    expect((await foundIds(version, { agent: actor })).toSorted()).toEqual(
      idsOf(target, reply, voider),
    );
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 statements that refer to themselves or around are found and end no search (%s)",
  async (version) => {
    const actor = somebody();
    const self = statementWith({ actor });
    const loop = { ...self, object: { objectType: "StatementRef", id: self.id } };
    const one = statementWith({ actor: somebody() });
    const other = referring(one.id, { actor });
    const round = { ...one, object: { objectType: "StatementRef", id: other.id } };
    await stored(version, loop, other, round);
    expect((await foundIds(version, { agent: actor })).toSorted()).toEqual(
      idsOf(self, other, round),
    );
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.6.1 asked for by id, a statement comes alone (%s)",
  async (version) => {
    const target = statementWith();
    const comment = referring(target.id);
    await stored(version, target, comment);
    const answer = await get(version, { statementId: target.id });
    expect(answer.text).toContain(target.id);
    expect(answer.text).not.toContain(comment.id);
  },
);

test.for(VERSIONS)("2.0 §4.1.6.1 many that refer to one are all found (%s)", async (version) => {
  const actor = somebody();
  const target = statementWith({ actor });
  const comments = Array.from({ length: 25 }, () => referring(target.id));
  await stored(version, ...comments.slice(0, 12), target);
  await stored(version, ...comments.slice(12));
  const found = await foundIds(version, { agent: actor, limit: "0" });
  expect(found.toSorted()).toEqual(idsOf(target, ...comments));
});

import { expect } from "vitest";

import {
  fetchToken,
  findSessionByToken,
  launchUnit,
  relaunchUnit,
} from "#app/domain/cmi5/index.server.ts";
import { EXTENSION } from "#app/domain/cmi5/vocabulary.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { au, block, publisherId } from "#tests/setup/course-package.ts";
import { BAC_HA } from "#tests/setup/people.ts";

import { changed, test, verbsOf, wordOf } from "./cmi5-factory.ts";

const TWO = [
  block("mot", au("a", { more: 'moveOn="CompletedAndPassed" masteryScore="0.8"' })),
  au("b", { more: 'moveOn="Completed"' }),
];

test("a launch is told as the specification asks", async ({
  learning: { offer, unitsOf, launch, told },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { url, grant } = await launch(packageId, a);
  const { frame } = grant;
  const [launched] = await told(frame.registration);

  expect(url.origin).toBe("https://goi.example");
  expect(url.searchParams.get("activityId")).toBe(frame.activityId);
  expect(frame.activityId).not.toBe(publisherId("a"));
  expect(launched?.object).toMatchObject({ id: frame.activityId });
  expect(launched?.context).toMatchObject({
    registration: frame.registration,
    extensions: {
      [EXTENSION.sessionId]: frame.sessionId,
      [EXTENSION.launchMode]: "Normal",
      [EXTENSION.moveOn]: "CompletedAndPassed",
      [EXTENSION.masteryScore]: 0.8,
      [EXTENSION.launchUrl]: url.href.slice(0, url.href.indexOf("?")),
    },
  });
});

test("the launch data and the first preferences are where a unit looks for them", async ({
  learning: { offer, unitsOf, launch },
  database: { transact },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { grant } = await launch(packageId, a);
  const rows = await transact("everywhere", (db) => db.xapiDocument.findMany());
  const [launchData, preferences] = ["state", "agent_profile"].map((kind) =>
    rows.find((row) => row.kind === kind),
  );
  expect(rows.length).toBe(2);
  expect(preferences?.documentId).toBe("cmi5LearnerPreferences");
  expect(launchData).toMatchObject({
    documentId: "LMS.LaunchData",
    registration: grant.frame.registration,
    activityId: grant.frame.activityId,
    agentKey: grant.client.session?.agentKey,
    communeId: BAC_HA,
  });
  expect(JSON.parse(Buffer.from(launchData?.content ?? "").toString())).toMatchObject({
    launchMode: "Normal",
    moveOn: "CompletedAndPassed",
    masteryScore: 0.8,
    returnURL: `https://hoc.example/hoc/goi/${packageId}`,
  });
  expect(JSON.parse(Buffer.from(preferences?.content ?? "").toString())).toEqual({
    languagePreference: "vi",
    audioPreference: "on",
  });
});

test("a fetch URL gives its token once, and the token ends with its session", async ({
  learning: { deps, offer, unitsOf, launch },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const launched = await launch(packageId, a);
  expect(Buffer.from(launched.token, "base64").toString()).toMatch(/^cmi5:/u);
  expect(await fetchToken(deps, launched.code)).toEqual({
    ok: false,
    refusal: { code: "used-or-over" },
  });
  expect(await fetchToken(deps, "khong-co")).toMatchObject({ refusal: { code: "unknown" } });
  expect((await findSessionByToken(deps, launched.token)).ok).toBe(true);
  expect(await findSessionByToken(deps, "Z2lhOm1hbw==")).toMatchObject({
    refusal: { code: "unknown" },
  });
  await launched.say("initialized", "terminated");
  expect(await findSessionByToken(deps, launched.token)).toMatchObject({
    refusal: { code: "over", requirement: "8.1.2.0-2" },
  });
});

test("of many that fetch at once, one is given the token", async ({
  learning: { deps, learner, offer, unitsOf },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { url } = valueOf(await launchUnit(deps, learner, { packageId, unit: a }));
  const code = new URL(new URL(url).searchParams.get("fetch") ?? "").pathname.split("/")[2] ?? "";
  const fetched = await Promise.all(Array.from({ length: 8 }, () => fetchToken(deps, code)));
  expect(fetched.filter(({ ok }) => ok).length).toBe(1);
});

test("a session that nobody ended is over after a day's work", async ({
  learning: { deps, offer, unitsOf, launch, pass },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { token } = await launch(packageId, a);
  pass(12 * 3600);
  expect((await findSessionByToken(deps, token)).ok).toBe(false);
});

test("another launch abandons the session before it, once, with the time that it took", async ({
  learning: { offer, unitsOf, launch, told, pass },
}) => {
  const packageId = await offer(TWO);
  const [a = "", b = ""] = await unitsOf(packageId);
  const first = await launch(packageId, a);
  pass(90);
  await first.say("initialized");
  pass(3600);
  const second = await launch(packageId, b);
  expect(await first.say("completed")).toBe("9.3.6.0-2");
  expect(await second.say("initialized", "terminated")).toBeNull();
  await launch(packageId, b);

  const statements = await told(first.grant.frame.registration);
  const abandoned = statements.filter(({ verb }) => wordOf(verb.id) === "abandoned");
  expect(abandoned.length).toBe(1);
  expect(abandoned[0]?.result?.duration).toBe("PT90.00S");
  expect(abandoned[0]?.context?.extensions?.[EXTENSION.sessionId]).toBe(
    first.grant.frame.sessionId,
  );
  expect(abandoned[0]?.object).toMatchObject({ id: first.grant.frame.activityId });
});

test("a page that is loaded again is launched again by its learner, and by nobody else", async ({
  learning: { deps, learner, other, offer, unitsOf, launch, told },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const first = await launch(packageId, a);
  await first.say("initialized");
  expect(await relaunchUnit(deps, other, { code: first.code, isReload: true })).toMatchObject({
    refusal: { code: "unknown-launch" },
  });
  const again = valueOf(await relaunchUnit(deps, learner, { code: first.code, isReload: false }));
  expect(new URL(again.url).searchParams.get("registration")).toBe(first.grant.frame.registration);
  expect(new URL(again.url).searchParams.get("fetch")).not.toBe(
    first.url.searchParams.get("fetch"),
  );
  expect(verbsOf(await told(first.grant.frame.registration))).toEqual([
    "launched",
    "initialized",
    "abandoned",
    "launched",
  ]);
  // The way back in a browser leads to what is over: she chooses anew.
  expect(await relaunchUnit(deps, learner, { code: first.code, isReload: false })).toMatchObject({
    refusal: { code: "over", packageId },
  });
});

test("a unit that says terminated as its page goes is opened again by a reload", async ({
  learning: { deps, learner, offer, unitsOf, launch },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const first = await launch(packageId, a);
  await first.say("initialized", "completed", "passed", "terminated");
  const again = await relaunchUnit(deps, learner, { code: first.code, isReload: true });
  const fetched = new URL(valueOf(again).url).searchParams.get("fetch") ?? "";
  const { token } = valueOf(await fetchToken(deps, fetched.split("/").at(-1) ?? ""));
  expect(valueOf(await findSessionByToken(deps, token)).frame.mode).toBe("Review");
});

test("what breaks a rule is stored not at all, and what came before it stands", async ({
  learning: { offer, unitsOf, launch, told },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { grant, say, statement } = await launch(packageId, a);
  expect(await say("completed")).toBe("9.3.0.0-4");
  expect(await say("initialized")).toBeNull();
  expect(await say("completed", "completed")).toBe("9.3.0.0-2");
  const foreign = changed(statement("passed"), "context/registration", grant.frame.sessionId);
  expect(await say("completed", foreign)).toBe("9.6.1.0-1");
  expect(verbsOf(await told(grant.frame.registration))).toEqual(["launched", "initialized"]);
  expect(await say("completed")).toBeNull();
});

test("an honest retry is as good as stored; the same id with another content is a conflict", async ({
  learning: { offer, unitsOf, launch, told },
}) => {
  const packageId = await offer(TWO);
  const [a = ""] = await unitsOf(packageId);
  const { grant, say, statement } = await launch(packageId, a);
  const initialized = statement("initialized");
  const completed = statement("completed");
  expect(await say(initialized)).toBeNull();
  expect(await say(initialized, completed)).toBeNull();
  expect(await say(completed)).toBeNull();
  expect(await say(changed(completed, "result/duration", "PT9M"))).toBe("conflict");
  expect(verbsOf(await told(grant.frame.registration))).toEqual([
    "launched",
    "initialized",
    "completed",
  ]);
});

test("of many that say completed at once, one is heard", async ({
  learning: { offer, unitsOf, launch, told },
}) => {
  const packageId = await offer(TWO);
  const [, b = ""] = await unitsOf(packageId);
  const { grant, say } = await launch(packageId, b);
  await say("initialized");
  const said = await Promise.all(Array.from({ length: 6 }, () => say("completed")));
  expect(said.filter((requirement) => requirement === null).length).toBe(1);
  const verbs = verbsOf(await told(grant.frame.registration));
  expect(verbs.filter((verb) => verb === "completed").length).toBe(1);
});

test("a unit that is done is opened to be reviewed, and records nothing more", async ({
  learning: { offer, unitsOf, launch },
}) => {
  const packageId = await offer(TWO);
  const [, b = ""] = await unitsOf(packageId);
  await (await launch(packageId, b)).say("initialized", "completed", "terminated");
  const review = await launch(packageId, b);
  expect(review.grant.frame.mode).toBe("Review");
  expect(await review.say("initialized", "completed")).toBe("10.2.2.0-3");
  expect(await review.say("initialized", "terminated")).toBeNull();
});

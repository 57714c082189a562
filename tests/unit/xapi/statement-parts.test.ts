import { expect, test } from "vitest";

import { Statement } from "#app/domain/xapi/index.ts";

import { ACTIVITY, AGENT, OTHER_UUID, refused, statementWith, taken, UUID } from "./statements.ts";

const ACCOUNT = { homePage: "https://hoc.example", name: "0192f0a4" };
const REF = { objectType: "StatementRef", id: OTHER_UUID };
const GROUP = { objectType: "Group", member: [AGENT] };

const about = (definition: object) => statementWith({ object: { ...ACTIVITY, definition } });
const scored = (score: object) => statementWith({ result: { score } });
const within = (context: object) => statementWith({ context });

test("an interaction has its type, and only the lists of components of that type", () => {
  const choices = [{ id: "0", description: { vi: "đúng" } }, { id: "1" }];
  expect(
    refused({
      choice: about({ interactionType: "choice", choices, correctResponsesPattern: ["0"] }),
      sequencing: about({ interactionType: "sequencing", choices }),
      likert: about({ interactionType: "likert", scale: choices }),
      matching: about({ interactionType: "matching", source: choices, target: choices }),
      performance: about({ interactionType: "performance", steps: choices }),
      numeric: about({ interactionType: "numeric", correctResponsesPattern: ["4[:]6"] }),
      "no component yet": about({ interactionType: "choice" }),
    }),
  ).toEqual([]);
  expect(
    taken({
      "an unknown type": about({ interactionType: "drag" }),
      "a type of another case": about({ interactionType: "Choice" }),
      "components without type": about({ choices }),
      "a pattern without type": about({ correctResponsesPattern: ["0"] }),
      "choices of true-false": about({ interactionType: "true-false", choices }),
      "a scale of choice": about({ interactionType: "choice", choices, scale: choices }),
      "steps of matching": about({ interactionType: "matching", steps: choices }),
      "the same id twice": about({
        interactionType: "choice",
        choices: [{ id: "0" }, { id: "0" }],
      }),
      "a component without id": about({
        interactionType: "choice",
        choices: [{ description: {} }],
      }),
      "a pattern that is no list": about({
        interactionType: "other",
        correctResponsesPattern: "0",
      }),
    }),
  ).toEqual([]);
});

test("a score lies between its bounds", () => {
  expect(
    refused({
      "an ordinary one": scored({ scaled: 0.5, raw: 5, min: 0, max: 10 }),
      "at the bounds": scored({ raw: 10, min: 0, max: 10, scaled: 1 }),
      "below zero": scored({ scaled: -1, raw: -5, min: -10 }),
      "raw alone": scored({ raw: 1e9 }),
      empty: scored({}),
    }),
  ).toEqual([]);
  expect(
    taken({
      "scaled above 1": scored({ scaled: 1.01 }),
      "scaled below -1": scored({ scaled: -1.01 }),
      "raw above max": scored({ raw: 11, max: 10 }),
      "raw below min": scored({ raw: -1, min: 0 }),
      "min above max": scored({ min: 10, max: 0 }),
      "min equal to max": scored({ min: 0, max: 0 }),
      "no number": scored({ raw: NaN }),
      "no finite number": scored({ raw: Infinity }),
    }),
  ).toEqual([]);
});

test("the context names people, activities, a language and a statement by their own rules", () => {
  expect(
    refused({
      registration: within({ registration: UUID }),
      instructor: within({ instructor: GROUP }),
      team: within({ team: GROUP }),
      "one activity": within({ contextActivities: { parent: ACTIVITY } }),
      "a list of activities": within({ contextActivities: { other: [ACTIVITY, ACTIVITY] } }),
      language: within({ language: "hmn" }),
      statement: within({ statement: REF }),
    }),
  ).toEqual([]);
  expect(
    taken({
      registration: within({ registration: "lớp 1" }),
      "a team that is an agent": within({ team: AGENT }),
      "an activity by its id": within({ contextActivities: { parent: ACTIVITY.id } }),
      language: within({ language: "tiếng Mông" }),
      "an empty language": within({ language: "" }),
      "a statement of another type": within({ statement: ACTIVITY }),
    }),
  ).toEqual([]);
});

test("context agents and groups have their type, somebody, and types of relevance", () => {
  const who = { objectType: "contextAgent", agent: AGENT };
  const whichGroup = { objectType: "contextGroup", group: GROUP };
  expect(
    refused({
      agents: within({ contextAgents: [{ ...who, relevantTypes: ["https://a.example/tutor"] }] }),
      groups: within({ contextGroups: [whichGroup] }),
    }),
  ).toEqual([]);
  expect(
    taken({
      "no type": within({ contextAgents: [{ agent: AGENT }] }),
      "another type": within({ contextAgents: [{ ...who, objectType: "Agent" }] }),
      "no agent": within({ contextAgents: [{ objectType: "contextAgent" }] }),
      "a group as agent": within({ contextAgents: [{ ...who, agent: GROUP }] }),
      "an agent as group": within({ contextGroups: [{ ...whichGroup, group: AGENT }] }),
      "no types of relevance": within({ contextAgents: [{ ...who, relevantTypes: [] }] }),
      "a type under no IRI": within({ contextAgents: [{ ...who, relevantTypes: ["tutor"] }] }),
      "no list": within({ contextAgents: who }),
    }),
  ).toEqual([]);
});

test("one activity in contextActivities is read as a list of one", () => {
  const { context } = Statement.parse(
    statementWith({ context: { contextActivities: { parent: ACTIVITY } } }),
  );

  expect(context?.contextActivities?.parent).toEqual([ACTIVITY]);
});

test("an attachment says what it is, how long, and its hash, even where it can be fetched", () => {
  const attachment = {
    usageType: "http://id.tincanapi.com/attachment/supporting_media",
    display: { vi: "Ảnh" },
    contentType: "image/jpeg",
    length: 27_000,
    sha2: "a".repeat(64),
  };
  const withAttachment = (part: object) =>
    statementWith({ attachments: [{ ...attachment, ...part }] });
  expect(
    refused({
      described: withAttachment({ description: { vi: "Lớp học" } }),
      "at an address": withAttachment({ fileUrl: "https://a.example/anh.jpg" }),
      "of another SHA-2": withAttachment({ sha2: "A".repeat(128) }),
      none: statementWith({ attachments: [] }),
    }),
  ).toEqual([]);
  expect(
    taken({
      "no usage": withAttachment({ usageType: undefined }),
      "no display": withAttachment({ display: undefined }),
      "no hash, with an address": withAttachment({
        sha2: undefined,
        fileUrl: "https://a.example/x",
      }),
      "no hash of SHA-2": withAttachment({ sha2: "a".repeat(40) }),
      "a type that is none": withAttachment({ contentType: "jpeg" }),
      "a broken length": withAttachment({ length: 1.5 }),
      "a length below zero": withAttachment({ length: -1 }),
      "an address without scheme": withAttachment({ fileUrl: "a.example/anh.jpg" }),
      "no list": statementWith({ attachments: attachment }),
    }),
  ).toEqual([]);
});

test("who vouches is an agent, or an application and a user as an anonymous pair", () => {
  const app = { account: ACCOUNT };
  expect(
    refused({
      agent: statementWith({ authority: AGENT }),
      pair: statementWith({ authority: { objectType: "Group", member: [app, AGENT] } }),
    }),
  ).toEqual([]);
  expect(
    taken({
      "one member": statementWith({ authority: GROUP }),
      three: statementWith({ authority: { objectType: "Group", member: [app, AGENT, AGENT] } }),
      identified: statementWith({
        authority: { objectType: "Group", member: [app, AGENT], ...AGENT },
      }),
      "no members": statementWith({ authority: { objectType: "Group", account: ACCOUNT } }),
    }),
  ).toEqual([]);
});

test("versions 1.0 and 2.0 are understood", () => {
  expect(
    refused(
      Object.fromEntries(
        ["1.0", "1.0.0", "1.0.3", "1.0.9", "2.0.0"].map((version) => [
          version,
          statementWith({ version }),
        ]),
      ),
    ),
  ).toEqual([]);
  expect(
    taken(
      Object.fromEntries(
        ["", "0.9.5", "1.1.0", "2.1.0", "3.0.0", "v2"].map((version) => [
          version,
          statementWith({ version }),
        ]),
      ),
    ),
  ).toEqual([]);
});

import type { Words } from "../words.ts";

import { indicators } from "./counted.ts";
import { decisions, register } from "./desk-decisions.ts";
import { act, caseFile, queue } from "./desk-review.ts";

const coverage: Words["desk"]["coverage"] = {
  heading: "Which competences and indicators courses serve",
  navItem: "What courses serve",
  intro: (courses, lessons) => `From the ${courses} courses and ${lessons} lessons there are.`,
  print: "To print this table press Ctrl + P.",
  competences: (source) => `24 digital competences (${source})`,
  indicators: "Indicators of “Công dân học tập”",
  languages: "Foreign languages",
  level: (level) => `level ${level}`,
  code: "Code",
  name: "What it is",
  courses: "Courses that serve it",
  gap: "No course yet",
  gaps: (all, gaps) =>
    gaps === 0 ? `All ${all} have a course.` : `${gaps} of ${all} have no course yet.`,
};

export const desk = {
  communes: "Communes and wards in your charge",
  matters: {
    queue: "Review queue",
    decisions: "Decisions",
    register: "Register",
    learn: "Learn",
  },
  states: {
    draft: "Being scored",
    submitted: "Waiting for the village",
    returned: "Returned",
    endorsed: "Waiting for verification",
    verified: "Waiting for the decision",
    refused: "Not recognised",
    recognised: "Recognised",
  },
  flags: {
    clear: "Clear case",
    "below-total": (total, needed) => `Total ${total}, ${needed} are needed`,
    "below-floor": (codes) => `Below the minimum: ${indicators(codes)}`,
    "above-suggestion": (codes) => `Own score above the suggestion: ${indicators(codes)}`,
    "no-evidence": (codes) => `No evidence: ${indicators(codes)}`,
    "no-attestation": (codes) => `No confirmation: ${indicators(codes)}`,
    "records-gone": "Part of the learning record is gone since it was handed in",
  },
  queue,
  act,
  caseFile,
  decisions,
  register,
  pager: {
    label: "Pages",
    previous: "Page before",
    next: "Next page",
    at: (page, pages) => `Page ${page} of ${pages}`,
  },
  coverage,
  province: {
    heading: (name, year) =>
      `${name}: recognition of learning citizens (Công dân học tập), ${year}`,
    navItem: "Whole province",
    totals: "Cases of the whole province by state",
    people: "Registered people",
    standing: "Recognised now",
    base: "Shares are of the people registered in this system, not of the population.",
    chart: { state: "State", cases: "Cases" },
    table: {
      caption: "Each commune and ward",
      commune: "Commune or ward",
      people: "Registered",
      standing: "Recognised now",
      share: "Share",
      all: "Whole province",
    },
    empty: {
      title: "No commune or ward has figures yet",
      advice: "Figures appear here when a commune has registered people.",
    },
  },
  recognitionRevoked: "Recognition revoked",
  table: { ordinal: "No." },
} satisfies Words["desk"];

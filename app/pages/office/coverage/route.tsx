import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import {
  coveredCompetences,
  coveredIndicators,
  coveredLanguages,
} from "#app/domain/content/index.ts";
import { readDigitalCompetences } from "#app/domain/content/index.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";

import { CoverageTable } from "./coverage-table.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.coverage.heading);

/** Those that courses can serve; the others are attested by people. */
const SERVED_INDICATORS = ["1", "2", "3", "5", "6", "7"];
const LANGUAGES = ["en", "zh"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireOffice(context, request);
  const catalogue = deps.catalogue();
  const framework = await readDigitalCompetences();
  const cycle = await findCurrentCycle(deps, actor);
  const named = cycle?.criteria.indicators ?? [];
  const indicators = SERVED_INDICATORS.map((code) => ({
    code,
    name: named.find((each) => each.code === code)?.name ?? "",
  }));
  return {
    courses: catalogue.length,
    lessons: catalogue.reduce((sum, { lessons }) => sum + lessons.length, 0),
    source: `${framework.source.number}, ${framework.source.issuer}`,
    competences: coveredCompetences(catalogue, framework),
    indicators: coveredIndicators(catalogue, indicators),
    languages: coveredLanguages(catalogue, LANGUAGES),
  };
}

export default function Coverage() {
  const words = useWords().desk.coverage;
  const { languages } = useWords().authoring.media;
  const shown = useLoaderData<typeof loader>();
  const nameOf = (code: string) => (code === "en" || code === "zh" ? languages[code] : code);
  return (
    <OfficePage heading={words.heading} current="coverage" wide>
      <p>{words.intro(shown.courses, shown.lessons)}</p>
      <p className="hint no-print">{words.print}</p>
      <CoverageTable
        caption={words.competences(shown.source)}
        rows={shown.competences}
        levels={words.level}
      />
      <CoverageTable caption={words.indicators} rows={shown.indicators} />
      <CoverageTable
        caption={words.languages}
        rows={shown.languages.map((each) => ({ ...each, name: nameOf(each.code) }))}
        levels={words.level}
      />
    </OfficePage>
  );
}

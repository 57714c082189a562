import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { IndicatorCode } from "#app/domain/criteria/index.ts";
import type { ScoreFault } from "#app/domain/evaluation/index.ts";
import { readAssessment, saveAssessment } from "#app/domain/evaluation/index.server.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { scoreForm } from "./form.ts";
import { IndicatorScore } from "./indicator-score.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.common.frame.assess);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const own = await readAssessment(context.deps, actor);
  if (!own.ok) throw redirect(href("portfolio/assessment"));
  const { cycle, assessment, suggestions, open } = own.value;
  const { indicators, attestedBy, max } = cycle.criteria;
  const at = indicators.findIndex(({ code }) => code === params["indicator"]);
  const indicator = indicators[at];
  if (indicator === undefined) throw new Response(null, { status: 404 });
  if (!open) throw redirect(href("portfolio/assessment"));
  const { code, plain, hint } = indicator;
  return {
    code,
    plain,
    hint,
    max,
    social: attestedBy.includes(code),
    suggestion: suggestions.find((each) => each.code === code) ?? null,
    revision: assessment?.revision ?? 0,
    own: assessment?.scores[code] ?? { score: null, words: "" },
    place: at + 1,
    total: indicators.length,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const { data: code } = IndicatorCode.safeParse(params["indicator"]);
  if (code === undefined) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const { typed, value, faults } = scoreForm.read(form, { revision: textOf(form, "revision") });
  const refused = (wrong: readonly ScoreFault[]) => data({ typed, faults: wrong }, { status: 422 });

  if (value === null) return refused(faults);
  const { revision, score, words } = value;
  const scores = { [code]: { score, words } };
  const saved = await saveAssessment(deps, actor, { revision, scores });
  if (saved.ok) throw redirect(await onward(code, textOf(form, "then")), 303);
  switch (saved.refusal.code) {
    case "changed":
    case "score-wrong":
      return refused([saved.refusal.code]);
    case "unknown-indicator":
      throw new Response(null, { status: 404 });
    case "no-cycle":
    case "closed":
    case "not-writable":
      throw redirect(href("portfolio/assessment"), 303);
  }

  async function onward(done: string, then: string): Promise<string> {
    const own = then === "list" ? null : await readAssessment(deps, actor);
    if (own?.ok !== true) return `${href("portfolio/assessment")}?xong=da-luu`;
    const codes = own.value.cycle.criteria.indicators.map((each) => each.code);
    const next = codes[codes.indexOf(done) + 1] ?? own.value.result.missing[0];
    return next === undefined
      ? `${href("portfolio/assessment")}?xong=da-luu`
      : `${href("portfolio/indicator", { indicator: next })}?xong=${done}`;
  }
}

export default function IndicatorPage() {
  const words = useWords().assessment;
  const shown = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <LearnerPage
      heading={shown.plain}
      headingLang={useVietnamese()}
      back={{ href: href("portfolio/assessment"), label: words.back }}
      current="assess"
    >
      <IndicatorScore
        {...shown}
        refused={useActionData<typeof action>()}
        saved={search.get("xong") ?? ""}
      />
    </LearnerPage>
  );
}

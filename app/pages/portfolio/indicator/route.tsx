import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type { ZodError } from "zod";

import { ScoresForm } from "#app/domain/evaluation/index.ts";
import { readAssessment, saveAssessment } from "#app/domain/evaluation/index.server.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { IndicatorScore, type ScoreFault } from "./indicator-score.tsx";
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
  const code = params["indicator"] ?? "";
  if (!/^\d{1,2}$/u.test(code)) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const score = textOf(form, "score").slice(0, 10);
  const words = textOf(form, "words").slice(0, 5000);
  const refused = (fault: ScoreFault) => data({ score, words, fault }, { status: 422 });

  const input = ScoresForm.safeParse({
    revision: textOf(form, "revision"),
    scores: { [code]: { score, words } },
  });
  if (score === "" || !input.success) return refused(faultOf(score, input.error));
  const saved = await saveAssessment(deps, actor, input.data);
  if (saved.ok) throw redirect(await onward(code, textOf(form, "then")), 303);
  switch (saved.refusal.code) {
    case "changed":
    case "score-wrong":
      return refused(saved.refusal.code);
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

function faultOf(score: string, error: ZodError | undefined): ScoreFault {
  if (score === "") return "score-missing";
  const long = error?.issues.some(({ message }) => message === "words-long") === true;
  return long ? "words-long" : "score-wrong";
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

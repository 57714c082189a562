import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { ScoresForm } from "#app/domain/evaluation/index.ts";
import { readAssessment, saveAssessment } from "#app/domain/evaluation/index.server.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/form.server.ts";
import { requireActor } from "#app/server/request-context.server.ts";
import { ErrorSummary, Notice } from "#app/ui/notice.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { ScoreChanged } from "#app/ui/score-changed.tsx";
import { ScoreForm } from "#app/ui/score-form.tsx";
import { ScoreGrounds } from "#app/ui/score-grounds.tsx";

export const meta: MetaFunction = () => [
  { title: `${vi.common.frame.assess} – ${vi.common.productName}` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const own = await readAssessment(context.deps, actor);
  if (!own.ok) throw redirect("/tu-danh-gia");
  const { cycle, assessment, suggestions, result, open } = own.value;
  const { indicators, attestedBy, max } = cycle.criteria;
  const at = indicators.findIndex(({ code }) => code === params["indicator"]);
  const indicator = indicators[at];
  if (indicator === undefined) throw new Response(null, { status: 404 });
  if (!open) throw redirect("/tu-danh-gia");
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
    scored: indicators.length - result.missing.length,
    total: indicators.length,
    last: at === indicators.length - 1,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const code = params["indicator"] ?? "";
  const form = await readForm(request);
  const score = textOf(form, "score").slice(0, 10);
  const words = textOf(form, "words").slice(0, 5000);
  const refused = (fault: ScoreFault) => data({ score, words, fault }, { status: 422 });

  if (score === "") return refused("score-missing");
  const input = ScoresForm.safeParse({
    revision: textOf(form, "revision"),
    scores: { [code]: { score, words } },
  });
  if (!input.success) {
    const long = input.error.issues.some(({ message }) => message === "words-long");
    return refused(long ? "words-long" : "score-wrong");
  }
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
      throw redirect("/tu-danh-gia", 303);
  }

  async function onward(done: string, then: string): Promise<string> {
    const own = then === "list" ? null : await readAssessment(deps, actor);
    if (own?.ok !== true) return "/tu-danh-gia?xong=da-luu";
    const codes = own.value.cycle.criteria.indicators.map((each) => each.code);
    const next = codes[codes.indexOf(done) + 1] ?? own.value.result.missing[0];
    return next === undefined ? "/tu-danh-gia?xong=da-luu" : `/tu-danh-gia/${next}?xong=${done}`;
  }
}

type ScoreFault = "score-missing" | "score-wrong" | "words-long" | "changed";

export default function IndicatorPage() {
  const words = useWords().assessment;
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("xong") ?? "";
  const { code, plain, max, own, scored, total, last } = shown;
  const newest = refused === undefined || refused.fault === "changed";
  const kept = own.score === null ? "" : String(own.score);
  const fault =
    refused === undefined || refused.fault === "changed"
      ? null
      : {
          name: refused.fault === "words-long" ? "words" : "score",
          message: words.score.refusals[refused.fault],
        };
  return (
    <LearnerPage
      heading={plain}
      back={{ href: "/tu-danh-gia", label: words.back }}
      current="assess"
    >
      {fault === null ? null : <ErrorSummary title={words.errorTitle} errors={[fault]} />}
      {refused?.fault === "changed" ? (
        <ScoreChanged yours={refused} newest={own.score} max={max} />
      ) : null}
      {refused === undefined && /^\d{1,2}$/u.test(done) ? (
        <Notice tone="success">{words.score.saved(done)}</Notice>
      ) : null}
      <ProgressBar done={scored} total={total} label={words.score.progress} />
      <ScoreGrounds {...shown} />
      <ScoreForm
        revision={shown.revision}
        max={max}
        score={newest ? kept : refused.score}
        words={newest ? own.words : refused.words}
        errors={fault === null ? {} : { [fault.name]: fault.message }}
        onward={last ? words.score.finish : words.score.next}
      />
    </LearnerPage>
  );
}

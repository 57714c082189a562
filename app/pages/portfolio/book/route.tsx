import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";

import { listMyCertificates } from "#app/domain/certificates/index.server.ts";
import { readOwnPortfolio } from "#app/domain/evaluation/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { AttestationSection } from "./attestation-section.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { standingOf } from "#app/pages/learn/course/certificate-offer.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { IndicatorRow } from "./indicator-row.tsx";
import { LearningSummary } from "./learning-summary.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { RecognitionCard } from "./recognition-card.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { ScoreSummary } from "./score-summary.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.common.frame.portfolio);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const read = await readOwnPortfolio(context.deps, actor);
  if (!read.ok) return null;
  const { own, portfolio } = read.value;
  const { cycle, assessment, result, recognition, open } = own;
  const certificates = await listMyCertificates(context.deps, actor);
  const scores = assessment?.scores ?? {};
  return { cycle, scores, result, recognition, open, portfolio, certificates };
}

export default function PortfolioPage() {
  const { portfolio: words, certificate: certificateWords } = useWords();
  const shown = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  if (shown === null) return <NoCycle />;
  const { cycle, scores, result, recognition, open, portfolio, certificates } = shown;
  const { indicators, max, pass, attestedBy, attestationScale } = cycle.criteria;
  const done = search.get("xong") ?? "";
  const suggestionOf = new Map(portfolio.suggestions.map((each) => [each.code, each]));
  return (
    <LearnerPage heading={words.heading(cycle.year)} current="portfolio">
      {done === "da-them" || done === "da-rut" ? (
        <Notice tone="success">{words.done[done]}</Notice>
      ) : null}
      {recognition === null ? null : <RecognitionCard recognition={recognition} />}
      <LearningSummary
        {...portfolio}
        standingOf={(courseId) => standingOf(courseId, certificates)}
      />
      {certificates.length === 0 ? null : (
        <ButtonLink href={href("portfolio/certificates")} icon="seal" tone="plain">
          {certificateWords.mine.link}
        </ButtonLink>
      )}
      <ScoreSummary
        most={max * indicators.length}
        suggested={portfolio.suggestedTotal}
        assessing={open}
        self={result.missing.length === indicators.length ? null : result.total}
      >
        <ScoreChart
          caption={words.scores.chart}
          rows={indicators.map(({ code, plain }) => ({
            code,
            label: plain,
            suggested: suggestionOf.get(code)?.suggested ?? null,
            self: scores[code]?.score ?? null,
            floor: pass.floor,
            max,
          }))}
        />
      </ScoreSummary>
      <EvidenceSection evidence={portfolio.evidence} open={done !== ""} />
      <AttestationSection attestations={portfolio.attestations} scale={attestationScale} />
      <Card heading={words.indicators.heading} icon="list">
        <p>{words.indicators.intro}</p>
        <div>
          {indicators.map((indicator) => (
            <IndicatorRow
              key={indicator.code}
              indicator={indicator}
              suggestion={suggestionOf.get(indicator.code)}
              max={max}
              social={attestedBy.includes(indicator.code)}
            />
          ))}
        </div>
      </Card>
    </LearnerPage>
  );
}

function NoCycle() {
  const words = useWords();
  const { title, advice, action } = words.portfolio.noCycle;
  return (
    <LearnerPage heading={words.common.frame.portfolio} current="portfolio">
      <EmptyState
        icon="portfolio"
        title={title}
        action={<ButtonLink href={href("learn/catalogue")}>{action}</ButtonLink>}
      >
        <p>{advice}</p>
      </EmptyState>
    </LearnerPage>
  );
}

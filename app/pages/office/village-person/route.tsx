import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { PersonId } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import {
  attestedVillages,
  readVillagePerson,
} from "#app/pages/office/frame/village-desk.server.ts";
import { submitVillageReview } from "./village-review.server.ts";
import { AttestForms } from "./attest-forms.tsx";
import { Card } from "#app/kit/card.tsx";
import { EvidenceList } from "#app/pages/portfolio/book/evidence-list.tsx";
import { HandedInScores } from "./handed-in-scores.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { LearningSummary } from "#app/pages/portfolio/book/learning-summary.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { OwnFileNotice } from "./own-file-notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { errorsOf, isAct } from "./form.ts";
import { VillageOpinion } from "./village-opinion.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";
import { VillagePersonFacts } from "./village-person-facts.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (words) => words.village.nav);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  if (attestedVillages(actor).length === 0) throw new Response(null, { status: 403 });
  const personId = PersonId.safeParse(params["person"]);
  const person = personId.success
    ? await readVillagePerson(context.deps, actor, personId.data)
    : null;
  if (person === null) throw new Response(null, { status: 404 });
  return { ...person, attestorId: actor.personId };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  if (attestedVillages(actor).length === 0) throw new Response(null, { status: 403 });
  const personId = PersonId.safeParse(params["person"]);
  if (!personId.success) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const said = await submitVillageReview(context.deps, actor, personId.data, form);
  if (said.ok)
    throw redirect(
      `${href("office/village-person", { person: personId.data })}?xong=${said.value}`,
      303,
    );
  if (said.refusal === "unknown") throw new Response(null, { status: 404 });
  return data(said.refusal, { status: 422 });
}

export default function VillagePerson() {
  const words = useWords().village;
  const { cycle, portfolio, file, own, attestorId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("xong") ?? "";
  const { holder, evidence } = portfolio;
  return (
    <OfficePage heading={holder.fullName} current="village">
      <a className="back" href={`${href("office/village")}?thon=${holder.villageId}`}>
        <Icon name="back" />
        {words.person.back}
      </a>
      {refused === undefined ? null : (
        <ErrorSummary title={words.errorTitle} errors={errorsOf(refused, words.refusals)} />
      )}
      {refused === undefined && isAct(done) ? (
        <Notice tone="success">{words.done[done]}</Notice>
      ) : null}
      <VillagePersonFacts holder={holder} file={file} />
      {own ? (
        <OwnFileNotice />
      ) : (
        <>
          {file === null ? null : <HandedInScores file={file} />}
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <div className="flow">
              <LearningSummary {...portfolio} heading={words.person.portfolio.learned} />
              <Card heading={words.person.portfolio.evidence} icon="photo">
                {evidence.length === 0 ? (
                  <p>{words.person.portfolio.noEvidence}</p>
                ) : (
                  <details>
                    <summary>{words.person.portfolio.show(evidence.length)}</summary>
                    <EvidenceList evidence={evidence} communeId={holder.communeId} />
                  </details>
                )}
              </Card>
            </div>
            <div className="flow" id="xac-nhan">
              <h2 className="title">
                <Icon name="seal" size={28} />
                {words.person.attest.heading}
              </h2>
              <p>{words.person.attest.intro}</p>
              <AttestForms
                criteria={cycle.criteria}
                attestations={portfolio.attestations}
                attestorId={attestorId}
                refused={refused}
              />
            </div>
          </div>
          <VillageOpinion file={file} refused={refused} />
        </>
      )}
    </OfficePage>
  );
}

import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readAssessment } from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { dayOf, formatDay, Uuid } from "#app/domain/kernel/index.ts";
import { EVIDENCE_A_YEAR, type EvidenceFault } from "#app/domain/portfolio/index.ts";
import { addEvidence } from "#app/domain/portfolio/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { textOf } from "#app/server/http/form.server.ts";
import { type Upload, withUpload } from "#app/server/http/upload.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { EvidenceForm } from "./evidence-form.tsx";
import { evidenceForm } from "./form.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.portfolio.form.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const own = await readAssessment(deps, actor);
  if (!own.ok) throw redirect(href("portfolio/book"));
  const { indicators } = own.value.cycle.criteria;
  const asked = new URL(request.url).searchParams.get("chi-so");
  return {
    indicators: indicators.map(({ code, plain }) => ({ code, plain })),
    id: deps.newId(),
    typed: {
      ...evidenceForm.blank,
      indicators: indicators.flatMap(({ code }) => (code === asked ? [code] : [])),
      happenedOn: formatDay(dayOf(deps.now())),
    },
  };
}

/** What a phone's camera makes, and room for it to be told in words that it is too large. */
const PHOTO_BYTES_AT_MOST = 16 * 1024 * 1024;

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  const limits = { bytesAtMost: PHOTO_BYTES_AT_MOST, whose: actor.accountId };
  return withUpload(context, request, limits, (upload) => addPosted(context, actor, upload));
}

async function addPosted({ deps }: AppLoadContext, actor: Actor, { form, file }: Upload) {
  const id = Uuid.catch(deps.newId()).parse(textOf(form, "id"));
  const { typed, value, faults } = evidenceForm.read(form, { id });
  const refused = (wrong: readonly EvidenceFault[]) =>
    data({ id, typed, faults: wrong, photoLost: file !== null }, { status: 422 });

  if (value === null) return refused(faults);
  const result = await addEvidence(deps, actor, {
    ...value,
    // One of no bytes was chosen all the same: it is refused, not left out without a word.
    ...(file === null ? {} : { photo: file }),
  });
  if (result.ok) throw redirect(`${href("portfolio/book")}?xong=da-them`, 303);
  if (result.refusal.code === "not-yours") throw new Response(null, { status: 404 });
  return refused([result.refusal.code]);
}

export default function NewEvidence() {
  const words = useWords().portfolio;
  const { indicators, id, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = evidenceForm.view(refused ?? { typed }, {
    ...words.form.refusals,
    "too-many": words.form.tooMany(EVIDENCE_A_YEAR),
  });
  return (
    <LearnerPage
      heading={words.form.heading}
      back={{ href: href("portfolio/book"), label: words.back }}
      current="portfolio"
    >
      <ErrorSummary title={words.form.errorTitle} errors={errors} />
      <p>{words.form.intro}</p>
      <EvidenceForm
        id={refused?.id ?? id}
        fields={fields}
        indicators={indicators}
        photoNote={
          refused?.photoLost === true ? <Notice tone="info">{words.form.photoAgain}</Notice> : null
        }
      />
    </LearnerPage>
  );
}

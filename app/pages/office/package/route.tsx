import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { WAIVE_REASONS } from "#app/domain/cmi5/index.ts";
import { readPackage, waiveUnit, withdrawPackage } from "#app/domain/cmi5/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import {
  PackageFile,
  PackageOffer,
  WAIVE_FIELDS,
  WaiveForm,
} from "#app/pages/office/packages/package-desk.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.packages.desk.navItem);

const OUTCOMES = ["withdrawn", "offered", "waived"] as const;

function packageIdOf(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const packageId = packageIdOf(params["package"]);
  const read = await readPackage(context.deps, actor, { provinceId, packageId });
  if (!read.ok) throw statusOf(read.refusal.code);
  const done = new URL(request.url).searchParams.get("xong");
  return {
    opened: read.value,
    done: OUTCOMES.find((known) => known === done) ?? null,
  };
}

function statusOf(code: "not-officer" | "unknown-package"): Response {
  return new Response(null, { status: code === "not-officer" ? 403 : 404 });
}

type WaiveFault = "unknown-card" | "unknown-unit" | "reason-missing" | "done-already";

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const packageId = packageIdOf(params["package"]);
  const form = await readForm(request);
  const back = (done: (typeof OUTCOMES)[number]) =>
    redirect(`${href("office/package", { package: packageId })}?xong=${done}`, 303);
  const task = textOf(form, "viec");
  if (task === "ngung" || task === "mo") {
    const withdrawn = task === "ngung";
    const result = await withdrawPackage(deps, actor, { provinceId, packageId, withdrawn });
    throw result.ok ? back(withdrawn ? "withdrawn" : "offered") : statusOf(result.refusal.code);
  }
  const typed = {
    card: textOf(form, WAIVE_FIELDS.card).slice(0, 40),
    unit: textOf(form, WAIVE_FIELDS.unit).slice(0, 40),
    reason: textOf(form, WAIVE_FIELDS.reason).slice(0, 40),
  };
  const refused = (fault: WaiveFault) => data({ typed, fault }, { status: 422 });
  const reason = WAIVE_REASONS.find((known) => known === typed.reason);
  if (reason === undefined) return refused("reason-missing");
  const waived = await waiveUnit(deps, actor, { provinceId, packageId, ...typed, reason });
  if (waived.ok) throw back("waived");
  switch (waived.refusal.code) {
    case "not-officer":
    case "unknown-package":
      throw statusOf(waived.refusal.code);
    case "unknown-card":
    case "unknown-unit":
    case "done-already":
      return refused(waived.refusal.code);
  }
}

const FIELD_OF = {
  "unknown-card": WAIVE_FIELDS.card,
  "unknown-unit": WAIVE_FIELDS.unit,
  "reason-missing": WAIVE_FIELDS.reason,
  "done-already": WAIVE_FIELDS.unit,
} as const satisfies Record<WaiveFault, string>;

export default function OnePackage() {
  const words = useWords().packages.desk;
  const { opened, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { errorTitle, errors } = words.one.waive;
  return (
    <OfficePage heading={opened.versions[0]?.title ?? words.navItem} current="packages" wide>
      <p>
        <a href={href("office/packages")}>{words.back}</a>
      </p>
      {refused === undefined ? null : (
        <ErrorSummary
          title={errorTitle}
          errors={[{ name: FIELD_OF[refused.fault], message: errors[refused.fault] }]}
        />
      )}
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <PackageFile opened={opened} />
      <PackageOffer withdrawn={opened.withdrawnAt !== null} />
      <WaiveForm structure={opened.structure} typed={refused?.typed ?? null} />
    </OfficePage>
  );
}

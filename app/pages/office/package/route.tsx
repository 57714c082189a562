import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { WaiveFault } from "#app/domain/cmi5/index.ts";
import { readPackage, waiveUnit, withdrawPackage } from "#app/domain/cmi5/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { PackageFile, PackageOffer, WaiveForm } from "#app/pages/office/packages/package-desk.tsx";
import { waiveForm } from "./form.ts";
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
  const { typed, value, faults } = waiveForm.read(form);
  const refused = (wrong: readonly WaiveFault[]) => data({ typed, faults: wrong }, { status: 422 });

  if (value === null) return refused(faults);
  const waived = await waiveUnit(deps, actor, { provinceId, packageId, ...value });
  if (waived.ok) throw back("waived");
  switch (waived.refusal.code) {
    case "not-officer":
    case "unknown-package":
      throw statusOf(waived.refusal.code);
    case "unknown-card":
    case "unknown-unit":
    case "done-already":
      return refused([waived.refusal.code]);
  }
}

export default function OnePackage() {
  const words = useWords().packages.desk;
  const { opened, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = waiveForm.view(refused, words.one.waive.errors);
  return (
    <OfficePage heading={opened.versions[0]?.title ?? words.navItem} current="packages" wide>
      <p>
        <a href={href("office/packages")}>{words.back}</a>
      </p>
      <ErrorSummary title={words.one.waive.errorTitle} errors={errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <PackageFile opened={opened} />
      <PackageOffer withdrawn={opened.withdrawnAt !== null} />
      <WaiveForm structure={opened.structure} fields={fields} />
    </OfficePage>
  );
}

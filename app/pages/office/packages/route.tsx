import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { PackageFault, PackageFormFault } from "#app/domain/cmi5/index.ts";
import { addPackage, listPackages } from "#app/domain/cmi5/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { cleanLine, type PlaceId } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { type Upload, withUpload } from "#app/server/http/upload.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { PackageTable } from "./package-desk.tsx";
import { packageForm } from "./form.ts";
import { PackageUpload, PackageUploadErrors } from "./package-upload.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

const MEGABYTE = 1024 * 1024;
const OUTCOMES = ["new", "replaced", "same"] as const;

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.packages.desk.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const listed = await listPackages(deps, actor, { provinceId });
  if (!listed.ok) throw new Response(null, { status: 403 });
  const { searchParams } = new URL(request.url);
  const title = listed.value.find(({ id }) => id === searchParams.get("goi"))?.versions[0]?.title;
  const outcome = OUTCOMES.find((known) => known === searchParams.get("xong"));
  return {
    packages: listed.value,
    megabytesAtMost: deps.packageLimits.uploadMegabytes,
    done: title === undefined || outcome === undefined ? null : { outcome, title },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  // Room for a file that is too large to be told so below.
  const bytesAtMost = (deps.packageLimits.uploadMegabytes + 1) * MEGABYTE;
  const limits = { bytesAtMost, whose: actor.accountId };
  return withUpload(context, request, limits, (upload) =>
    add(context, { actor, provinceId }, upload),
  );
}

async function add(
  { deps }: AppLoadContext,
  { actor, provinceId }: { readonly actor: Actor; readonly provinceId: PlaceId },
  { form, file }: Upload,
) {
  const hasFile = file !== null && file.bytes > 0;
  const { typed, value, faults } = packageForm.read(form, { hasFile });
  const refused = (wrong: readonly PackageFormFault[], inside: readonly PackageFault[] = []) =>
    data({ typed, faults: wrong, inside }, { status: 422 });

  if (value === null || file === null) return refused(faults);
  const { subject, minutes } = value;

  const added = await addPackage(deps, actor, {
    provinceId,
    upload: file,
    bytes: file.bytes,
    fileName: cleanLine(file.name).slice(0, 200),
    subject,
    minutes,
  });
  if (added.ok) {
    const { outcome, packageId } = added.value;
    throw redirect(`${href("office/packages")}?xong=${outcome}&goi=${packageId}`, 303);
  }
  const { refusal } = added;
  switch (refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "too-large":
      return refused(["too-large"]);
    case "faulty":
      return refused([], refusal.faults);
  }
}

export default function Packages() {
  const words = useWords().packages.desk;
  const { packages, megabytesAtMost, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficePage heading={words.heading} current="packages" wide>
      <PackageUploadErrors {...{ refused, megabytesAtMost }} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done.outcome](done.title)}</Notice>
      )}
      <p>{words.intro}</p>
      {packages.length === 0 ? (
        <EmptyState icon="learn" title={words.empty.title}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <PackageTable packages={packages} />
      )}
      <PackageUpload {...{ refused, megabytesAtMost }} />
    </OfficePage>
  );
}

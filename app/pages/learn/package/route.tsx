import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { listMyCertificates } from "#app/domain/certificates/index.server.ts";
import { courseIdOf, LaunchMode } from "#app/domain/cmi5/index.ts";
import { launchUnit, readCourse } from "#app/domain/cmi5/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { CertificateOffer, standingOf } from "#app/pages/learn/course/certificate-offer.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LeavingForUnit, PackageCourse } from "./package-course.tsx";
import { linesOf } from "./package-view.ts";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data: course, matches }) =>
  pageTitle(matches, (words) => course?.title ?? words.packages.learner.heading);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const packageId = Uuid.safeParse(params["course"]);
  if (!packageId.success) throw new Response(null, { status: 404 });
  const read = await readCourse(deps, actor, packageId.data);
  if (!read.ok) throw new Response(null, { status: 404 });
  const { title, description, minutes, units, done, structure, states, isOutdated } = read.value;
  const courseId = courseIdOf(packageId.data);
  const certificates = done?.learned === true ? await listMyCertificates(deps, actor) : [];
  return {
    title,
    certificate: done?.learned === true ? standingOf(courseId, certificates) : null,
    course: {
      description,
      minutes,
      units,
      done,
      isOutdated,
      parts: linesOf(structure, states),
      mayBrowse: actor.offices.length > 0,
    },
  };
}

/** Opens a unit: off to its own origin, and back by its exit button. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const launched = await launchUnit(deps, actor, {
    packageId: params["course"] ?? "",
    unit: textOf(form, "bai").slice(0, 100),
    mode: LaunchMode.safeParse(textOf(form, "che-do")).data,
    newVersion: textOf(form, "ban-moi") === "co",
  });
  if (launched.ok) {
    const { url, inPackage } = launched.value;
    if (inPackage) throw redirect(url, 303);
    return data({ url, fault: null });
  }
  switch (launched.refusal.code) {
    case "unknown-course":
      throw new Response(null, { status: 404 });
    case "unknown-unit":
    case "withdrawn":
      return data({ url: null, fault: launched.refusal.code }, { status: 422 });
  }
}

export default function PackagePage() {
  const words = useWords().packages.learner;
  const { title, course, certificate } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const url = acted?.url ?? null;
  return (
    <LearnerPage
      heading={title}
      back={{ href: href("learn/catalogue"), label: words.back }}
      current="learn"
    >
      {acted?.fault === undefined || acted.fault === null ? null : (
        <Notice tone="error">{words.faults[acted.fault]}</Notice>
      )}
      {certificate === null || url !== null ? null : <CertificateOffer standing={certificate} />}
      {url === null ? <PackageCourse {...course} /> : <LeavingForUnit url={url} />}
    </LearnerPage>
  );
}

import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { checkBadgeForm } from "./badge-form.server.ts";
import { STRANGERS_AT_ONCE, withUpload } from "#app/server/http/upload.server.ts";
import { BadgeForm, OfflineCheck } from "./badge-form.tsx";
import { badgeForm } from "./form.ts";
import { BadgeVerdict } from "./badge-verdict.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, (words) => words.certificate.badge.heading),
  { name: "robots", content: "noindex" },
];

const KIBIBYTE = 1024;
/** A badge has some 4 kB; anybody may send one. */
const LIMITS = { bytesAtMost: 200 * KIBIBYTE, textBytesAtMost: 120 * KIBIBYTE };

/** For anyone who was handed a badge: what is sent is checked and kept nowhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const limits = { ...LIMITS, whose: context.address, atOnce: STRANGERS_AT_ONCE };
  return withUpload(context, request, limits, async (upload) => {
    const checked = await checkBadgeForm(context.deps, upload);
    return data(checked, { status: checked.state === "refused" ? 422 : 200 });
  });
}

export default function CheckBadge() {
  const words = useWords().certificate.badge;
  const checked = useActionData<typeof action>();
  if (checked?.state === "checked") {
    return (
      <LearnerPage heading={words.heading}>
        <BadgeVerdict {...checked.badge} />
        <ButtonLink href={href("public/check-badge")} icon="search" tone="plain">
          {words.again}
        </ButtonLink>
        <OfflineCheck />
      </LearnerPage>
    );
  }
  const { fields, errors } = badgeForm.view(checked, words.faults);
  return (
    <LearnerPage heading={words.heading}>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <p>{words.intro}</p>
      <BadgeForm fields={fields} />
      <OfflineCheck />
    </LearnerPage>
  );
}

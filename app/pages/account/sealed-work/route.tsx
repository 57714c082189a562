import { readFile as readText } from "node:fs/promises";

import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { readFile, readPasted } from "#app/domain/phones/index.ts";
import { receiveSealed } from "#app/domain/phones/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { STRANGERS_AT_ONCE, type Upload, withUpload } from "#app/server/http/upload.server.ts";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { takeForm } from "./form.ts";
import { countsOf } from "./taken-counts.ts";
import { TakeForm } from "./take-form.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.phone.take.heading);

const MEBIBYTE = 1024 * 1024;
const LIMITS = { bytesAtMost: 5 * MEBIBYTE, textBytesAtMost: MEBIBYTE };

export async function loader({ context }: LoaderFunctionArgs) {
  await context.actor();
  return null;
}

/** Takes what somebody carried here for a phone without signal; whoever brings it is not asked who he is. */
export async function action({ request, context }: ActionFunctionArgs) {
  const limits = { ...LIMITS, whose: context.address, atOnce: STRANGERS_AT_ONCE };
  return withUpload(context, request, limits, (upload) => take(context, upload));
}

async function take({ deps, address, report }: AppLoadContext, { form, file }: Upload) {
  const { codes } = takeForm.read(form).typed;
  const brought = file === null ? readPasted(codes) : readFile(await readText(file.path, "utf8"));
  if (!brought.ok) return data({ refused: brought, codes, taken: undefined }, { status: 422 });
  if ((await deps.handInTries.take(address)) > 0) {
    return data({ refused: { code: "wait" as const }, codes, taken: undefined }, { status: 429 });
  }
  const { transact, now, handInOf, sealKeys } = deps;
  const receipts = await receiveSealed(
    { transact, now, handInOf, report, openSealed: sealKeys.open },
    { carried: file === null ? "qr" : "file", envelopes: brought.envelopes },
  );
  const counts = countsOf(receipts, brought.broken);
  return data({ refused: undefined, codes: "", taken: { kind: "arrived" as const, counts } });
}

export default function TakePage() {
  const words = useWords().phone;
  const sent = useActionData<typeof action>();
  return (
    <LearnerPage
      heading={words.take.heading}
      back={{ href: href("account/on-this-phone"), label: words.codes.back }}
      current="account"
    >
      <TakeForm taken={sent?.taken} refused={sent?.refused} codes={sent?.codes ?? ""} />
    </LearnerPage>
  );
}

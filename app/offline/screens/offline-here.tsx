import { qrSvg } from "#app/domain/documents/index.ts";
import {
  CARRIED_FILE_NAME,
  carriedText,
  codesOf,
  type Envelope,
} from "#app/domain/phones/index.ts";
import { vi } from "#app/locales/index.ts";
import { byteText } from "#app/kit/byte-text.ts";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";

import { type Asked, goTo, typed } from "../asked.ts";
import { type ContactDeps, sendNow } from "../contact.ts";
import { pageOf } from "./document.tsx";
import { keptBytes, removeCourse } from "../course-downloads.ts";
import type { Sent } from "../outbox.ts";
import type { KeptCourse, PhonePort, Profile } from "../phone-port.ts";

const HERE = href("account/on-this-phone");

/** What is on this phone: answered by the phone itself, with signal or without. */
export function answerHere(asked: Asked): Promise<Response> {
  switch (asked.url.pathname) {
    case `${HERE}/dap-an`:
      return carriedFile(asked.deps.port);
    case `${HERE}/ma-qr`:
      return codePage(asked);
    default:
      return asked.form === null ? herePage(asked, null) : change(asked);
  }
}

type Told = { readonly kind: "sent"; readonly sent: Sent } | { readonly kind: "removed" };

async function change(asked: Asked): Promise<Response> {
  const { deps, form } = asked;
  const course = typed(form, "xoa");
  if (course !== "") {
    await removeCourse(deps.port, course);
    return herePage(asked, { kind: "removed" });
  }
  const sent = await sendNow(deps, { eager: true, patient: true });
  return herePage(asked, { kind: "sent", sent });
}

async function herePage({ deps, learner }: Asked, told: Told | null): Promise<Response> {
  const words = vi.phone.here;
  const courses = await deps.port.readCourses();
  const waiting = await deps.port.countWaiting();
  const profiles = await deps.port.readProfiles();
  const total = [...waiting.values()].reduce((sum, count) => sum + count, 0);
  return pageOf({
    title: words.heading,
    learner,
    waiting: total,
    children: (
      <LearnerPage
        heading={words.heading}
        back={{ href: href("account/overview"), label: words.back }}
        current="account"
      >
        {told === null ? null : <ToldNotice told={told} />}
        <h2>{words.waitingHeading}</h2>
        {total === 0 ? <p>{words.nothingWaits}</p> : <Queue {...{ waiting, profiles }} />}
        <h2>{words.courses}</h2>
        {courses.length === 0 ? (
          <EmptyState icon="learn" title={words.none}>
            {words.noneText}
          </EmptyState>
        ) : (
          courses.map((course) => <CourseOnPhone key={course.id} course={course} />)
        )}
        <Actions>
          <ButtonLink href={href("account/sealed-work")} icon="download" tone="plain">
            {words.take}
          </ButtonLink>
          <ButtonLink href={href("account/sign-in")} icon="people" tone="plain">
            {vi.phone.switch.heading}
          </ButtonLink>
        </Actions>
      </LearnerPage>
    ),
  });
}

function ToldNotice({ told }: { readonly told: Told }) {
  const words = vi.phone.here;
  if (told.kind === "removed") return <Notice tone="success">{words.removed}</Notice>;
  const { sent } = told;
  switch (sent.state) {
    case "busy":
    case "pausing":
      return <Notice tone="info">{words.busy}</Notice>;
    case "no-signal":
      return <Notice tone="info">{words.notSent}</Notice>;
    case "sent":
      return sent.unanswered > 0 ? (
        <Notice tone="info">{words.someStay(sent.unanswered)}</Notice>
      ) : (
        <Notice tone="success">{words.sent(sent.delivered)}</Notice>
      );
  }
}

interface QueueProps {
  readonly waiting: ReadonlyMap<string, number>;
  readonly profiles: readonly Profile[];
}

/** What waits, in words, learner by learner; and the ways it can go. */
function Queue({ waiting, profiles }: QueueProps) {
  const words = vi.phone.here;
  const lineOf = (accountId: string, count: number) => {
    if (accountId === "") return words.waitingCarried(count);
    const name = profiles.find((profile) => profile.accountId === accountId)?.name;
    return name === undefined ? words.waitingUnknown(count) : words.waitingOf(count, name);
  };
  return (
    <>
      <ul className="bullets">
        {[...waiting].map(([accountId, count]) => (
          <li key={accountId}>{lineOf(accountId, count)}</li>
        ))}
      </ul>
      <p className="hint">{words.sealed}</p>
      <form method="post" action={HERE}>
        <Actions>
          <Button icon="next">{words.sendNow}</Button>
        </Actions>
      </form>
      <Card heading={words.carry} icon="download">
        <p>{words.carryText}</p>
        <Actions>
          <ButtonLink href={`${HERE}/dap-an`} icon="download" tone="plain">
            {words.file}
          </ButtonLink>
          <ButtonLink href={`${HERE}/ma-qr?so=1`} icon="qr" tone="plain">
            {words.codes}
          </ButtonLink>
        </Actions>
      </Card>
    </>
  );
}

function CourseOnPhone({ course }: { readonly course: KeptCourse }) {
  const words = vi.phone.here;
  const { whole, coming } = course;
  const title = (whole ?? coming)?.course.title ?? course.id;
  return (
    <Card>
      <p className="font-bold">
        <a href={href("learn/course", { course: course.id })}>{title}</a>
        {whole === null ? null : ` · ${byteText(keptBytes(course))}`}
      </p>
      {whole === null ? <p>{words.partly}</p> : null}
      <form method="post" action={HERE}>
        <Actions>
          <Button icon="cross" tone="plain" name="xoa" value={course.id}>
            {words.remove}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

async function envelopesOf(port: PhonePort): Promise<readonly Envelope[]> {
  return port.listAfter(0, Number.MAX_SAFE_INTEGER % 2 ** 31);
}

async function carriedFile(port: PhonePort): Promise<Response> {
  return new Response(carriedText(await envelopesOf(port)), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${CARRIED_FILE_NAME}"`,
      "cache-control": "no-store",
    },
  });
}

/** One code of the sequence, with the way to the next. */
async function codePage({ deps, url, learner, waiting }: Asked): Promise<Response> {
  const envelopes = await envelopesOf(deps.port);
  if (envelopes.length === 0) return goTo(HERE);
  const codes = codesOf(carriedText(envelopes));
  const asked = Number(url.searchParams.get("so"));
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), codes.length) : 1;
  const words = vi.phone.codes;
  const heading = words.heading(number, codes.length);
  const isLast = number === codes.length;
  return pageOf({
    title: heading,
    learner,
    waiting,
    children: (
      <LearnerPage heading={heading} back={{ href: HERE, label: words.back }} current="account">
        <div dangerouslySetInnerHTML={{ __html: qrSvg(codes[number - 1] ?? "") }} />
        <Actions>
          <ButtonLink href={isLast ? HERE : `${HERE}/ma-qr?so=${number + 1}`} icon="next">
            {isLast ? words.done : words.next}
          </ButtonLink>
          {number === 1 ? null : (
            <ButtonLink href={`${HERE}/ma-qr?so=${number - 1}`} icon="back" tone="plain">
              {words.previous}
            </ButtonLink>
          )}
        </Actions>
        <p>{words.text}</p>
      </LearnerPage>
    ),
  });
}

/** Keeps for another phone what was brought here while there is no signal either. */
export async function carryAlong(
  deps: ContactDeps,
  envelopes: readonly Envelope[],
): Promise<number> {
  await deps.port.carry(envelopes);
  return envelopes.length;
}

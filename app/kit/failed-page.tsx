import { isRouteErrorResponse, useRouteError } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { ButtonLink } from "./button.tsx";
import { ErrorScreen } from "./error-screen.tsx";
import { useFrame } from "./frame-context.tsx";
import { LearnerPage } from "./page-frame.tsx";

interface Failure {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

/** In the boundary of a route: what was thrown, in the reader's words. */
export function useFailure(): Failure {
  const error = useRouteError();
  const words = useWords().failure;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return { status, ...(words.byStatus[status] ?? words[status < 500 ? "asked" : "broken"]) };
}

/** Where nothing is broken, who is signed in keeps her name and the places to go. */
export function FailedPage() {
  const { person } = useFrame();
  const { status, title, advice } = useFailure();
  const { home } = useWords().failure;
  if (status < 500 && person !== null) {
    return (
      <LearnerPage heading={title}>
        <p>{advice}</p>
        <p className="hint">{status}</p>
      </LearnerPage>
    );
  }
  return (
    <ErrorScreen
      status={status}
      title={title}
      action={
        <ButtonLink href={href("public/front")} icon="home">
          {home}
        </ButtonLink>
      }
    >
      <p>{advice}</p>
    </ErrorScreen>
  );
}

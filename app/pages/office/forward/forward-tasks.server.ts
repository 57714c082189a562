import type { ChosenLettersFault } from "#app/domain/exchange/index.ts";
import {
  pauseForward,
  removeForward,
  resumeForward,
  settleDeadLetters,
} from "#app/domain/exchange/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { lettersForm } from "./form.ts";
import { FORWARD_TASKS as TASKS } from "./forward-file.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";

/** What was done, as the address of the next page says it. */
export const FORWARD_DONE = [
  "da-them",
  "da-dung",
  "da-chay",
  "da-bo",
  "da-gui-lai",
  "da-bo-qua",
] as const;
type Done = (typeof FORWARD_DONE)[number];

interface RefusedLetters {
  readonly typed: typeof lettersForm.blank;
  readonly faults: readonly ChosenLettersFault[];
}

/** Does what one of the forms on a forward's page asks for; a forward that is not there is no page. */
export async function doForwardTask(
  deps: Deps,
  actor: Actor,
  forward: { readonly provinceId: PlaceId; readonly forwardId: string },
  form: FormData,
): Promise<{ readonly done: Done } | RefusedLetters> {
  const task = textOf(form, "viec");
  switch (task) {
    case TASKS.pause:
      return doneOr404(await pauseForward(deps, actor, forward), "da-dung");
    case TASKS.resume:
      return doneOr404(await resumeForward(deps, actor, forward), "da-chay");
    case TASKS.remove:
      return doneOr404(await removeForward(deps, actor, forward), "da-bo");
    case TASKS.sendAllAgain: {
      const all = { ...forward, which: "all" as const, how: "send-again" as const };
      return doneOr404(await settleDeadLetters(deps, actor, all), "da-gui-lai");
    }
    case TASKS.sendAgain:
    case TASKS.giveUp: {
      const { typed, value, faults } = lettersForm.read(form);
      if (value === null) return { typed, faults };
      const how = task === TASKS.giveUp ? ("give-up" as const) : ("send-again" as const);
      const settled = await settleDeadLetters(deps, actor, {
        ...forward,
        which: value.letters,
        how,
      });
      return doneOr404(settled, how === "give-up" ? "da-bo-qua" : "da-gui-lai");
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function doneOr404(result: { readonly ok: boolean }, done: Done) {
  if (!result.ok) throw new Response(null, { status: 404 });
  return { done };
}

import {
  pauseForward,
  removeForward,
  resumeForward,
  settleDeadLetters,
} from "#app/domain/exchange/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type PlaceId, Uuid } from "#app/domain/kernel/index.ts";
import { FORWARD_TASKS as TASKS } from "./forward-file.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf, textsOf } from "#app/server/http/form.server.ts";

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

const LETTERS_AT_MOST = 100;

/** Does what one of the forms on a forward's page asks for; a forward that is not there is no page. */
export async function doForwardTask(
  deps: Deps,
  actor: Actor,
  forward: { readonly provinceId: PlaceId; readonly forwardId: string },
  form: FormData,
): Promise<Done | "none-chosen"> {
  const task = textOf(form, "viec");
  const chosen = textsOf(form, "ban-ghi")
    .slice(0, LETTERS_AT_MOST)
    .filter((id) => Uuid.safeParse(id).success);
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
      if (chosen.length === 0) return "none-chosen";
      const how = task === TASKS.giveUp ? ("give-up" as const) : ("send-again" as const);
      const settled = await settleDeadLetters(deps, actor, { ...forward, which: chosen, how });
      return doneOr404(settled, how === "give-up" ? "da-bo-qua" : "da-gui-lai");
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function doneOr404(result: { readonly ok: boolean }, done: Done): Done {
  if (!result.ok) throw new Response(null, { status: 404 });
  return done;
}

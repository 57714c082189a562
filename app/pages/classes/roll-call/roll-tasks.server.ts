import {
  callRoll,
  markCardHolder,
  type MarkCardHolderRefusal,
} from "#app/domain/centres/index.server.ts";
import type { MeetingId, RollFault } from "#app/domain/centres/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { PersonId, type Result } from "#app/domain/kernel/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { cardForm } from "./form.ts";
import { textOf, textsOf } from "#app/server/http/form.server.ts";
import { readPage } from "#app/pages/office/frame/village-desk.server.ts";

/** What was done, as the next address says it. */
export const ROLL_DONE = ["ghi", "bo", "the"] as const;

/** Does what one of the forms of a roll call asks for; a class that is not hers is no page. */
export async function doRollTask(deps: Deps, actor: Actor, meetingId: MeetingId, form: FormData) {
  const { typed, value, faults } = cardForm.read(form);
  const refused = (wrong: readonly RollFault[]) => ({
    state: "refused" as const,
    typed,
    faults: wrong,
  });
  const settled = (
    result: Result<null, MarkCardHolderRefusal>,
    done: (typeof ROLL_DONE)[number],
    rest: Readonly<Record<string, string>> = {},
  ) => {
    if (!result.ok) return refused([faultOf(result.refusal.code)]);
    return {
      state: "done" as const,
      query: new URLSearchParams({ xong: done, ...rest }).toString(),
    };
  };

  switch (textOf(form, "viec")) {
    case "ghi": {
      const ticked = readPeople(form, "co-mat");
      const before = readPeople(form, "truoc");
      const changes = {
        meetingId,
        came: ticked.filter((id) => !before.includes(id)),
        notThere: before.filter((id) => !ticked.includes(id)),
      };
      const search = textOf(form, "tim").slice(0, 300);
      const page = String(readPage(textOf(form, "trang")));
      const back = {
        ...(search === "" ? {} : { tim: search }),
        ...(page === "1" ? {} : { trang: page }),
      };
      return settled(await callRoll(deps, actor, changes), "ghi", back);
    }
    case "bo": {
      const notThere = readPeople(form, "nguoi");
      return settled(await callRoll(deps, actor, { meetingId, came: [], notThere }), "bo");
    }
    case "the":
      if (value === null) return refused(faults);
      return settled(await markCardHolder(deps, actor, { meetingId, card: value.card }), "the");
    default:
      throw new Response(null, { status: 400 });
  }
}

const MOST_ON_A_PAGE = 100;

/** People of a form, each once; what is no person's id is passed over. */
function readPeople(form: FormData, name: string): readonly PersonId[] {
  const ids = textsOf(form, name)
    .slice(0, MOST_ON_A_PAGE)
    .flatMap((text) => PersonId.safeParse(text).data ?? []);
  return [...new Set(ids)];
}

function faultOf(code: MarkCardHolderRefusal["code"]): RollFault {
  if (code === "not-yours") throw new Response(null, { status: 404 });
  return code;
}

import { applyItem, type HandInDeps } from "./apply-item.server.ts";
import { secondKey } from "./hand-in.server.ts";
import {
  findEntry,
  findSetAside,
  type HandInEntry,
  insertEntry,
  lockItem,
} from "./hand-in.store.server.ts";
import { FINAL_LESSON_ID } from "./progress.ts";

const PAGE = 500;

/**
 * Counts what was set aside and can be counted by now, since its lesson's text is known here at last:
 * after new courses were laid in, after a restore. Answers how many acts were counted. The ledger says
 * both that an act was set aside and what became of it.
 */
export async function replayQuarantined(deps: HandInDeps): Promise<{ readonly counted: number }> {
  let counted = 0;
  let last: string | null = null;
  do {
    // Each page begins after the last of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page: SetAsidePage = await pageAfter(deps, last);
    for (const entry of page.entries) {
      // oxlint-disable-next-line no-await-in-loop -- one act is one transaction
      if (mayCount(entry) && (await countOne(deps, entry))) counted += 1;
    }
    last = page.last;
  } while (last !== null);
  return { counted };
}

type SetAsidePage = Awaited<ReturnType<typeof findSetAside>>;

function pageAfter(deps: HandInDeps, last: string | null): Promise<SetAsidePage> {
  return deps.transact("everywhere", (db) => findSetAside(db, last, PAGE));
}

/**
 * Not a copy of another person's act, which lies under a name of its own; and no final test that was
 * never drawn here.
 */
function mayCount({ id, item: { id: itemId, act } }: HandInEntry): boolean {
  return id === itemId && (act.kind !== "quiz" || act.lessonId !== FINAL_LESSON_ID);
}

async function countOne(deps: HandInDeps, entry: HandInEntry): Promise<boolean> {
  const { communeId, personId, accountId, receivedAt, item } = entry;
  const id = secondKey(entry.id);
  return deps.transact([communeId], async (db) => {
    await lockItem(db, entry.id);
    if ((await findEntry(db, communeId, id)) !== null) return false;
    const learner = { communeId, personId, accountId, helper: item.helper };
    const { outcome, happenedAt } = await applyItem(db, deps, { learner, item, receivedAt });
    if (outcome === "set-aside") return false;
    await insertEntry(db, { ...entry, id, outcome, happenedAt });
    return true;
  });
}

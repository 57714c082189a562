import { AssessmentState, type QueueState } from "#app/domain/evaluation/index.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";
import { searchText } from "#app/pages/office/frame/search-text.ts";
import { href } from "#app/routes.ts";

const SLUGS = {
  submitted: "cho-thon",
  endorsed: "cho-xa",
  verified: "cho-quyet-dinh",
  recognised: "da-cong-nhan",
  returned: "da-tra-lai",
  refused: "khong-cong-nhan",
} as const satisfies Readonly<Record<QueueState, string>>;

const QUEUE_STATES = AssessmentState.exclude(["draft"]).options;

export const EVERY_STATE = "tat-ca";
const MOST_PAGES = 10_000;

/** What the address of a commune's queue asks for. */
export interface QueueAddress {
  /** Null for every state. */
  readonly state: QueueState | null;
  readonly villageId: PlaceId | null;
  readonly search: string;
  /** From 1. */
  readonly page: number;
  /** Ticks the clear cases beforehand. */
  readonly tickClear: boolean;
}

export function slugOf(state: QueueState): string {
  return SLUGS[state];
}

/** What cannot be understood is as if it were not there; cases that wait for the commune come first. */
export function readQueueAddress(search: URLSearchParams): QueueAddress {
  const slug = search.get("trang-thai") ?? SLUGS.endorsed;
  const named = QUEUE_STATES.find((state) => SLUGS[state] === slug);
  const village = PlaceId.safeParse(search.get("thon"));
  return {
    state: slug === EVERY_STATE ? null : (named ?? "endorsed"),
    villageId: village.success ? village.data : null,
    search: searchText(search),
    page: readPage(search.get("trang")),
    tickClear: search.get("chon") === "ro-rang",
  };
}

/** A page's number out of an address; 1 when it is none. */
export function readPage(text: string | null): number {
  return text !== null && /^[1-9]\d{0,4}$/u.test(text) ? Math.min(Number(text), MOST_PAGES) : 1;
}

/** The address of a queue, without what goes without saying. */
export function queueHref(address: QueueAddress): string {
  const { state, villageId, search, page, tickClear } = address;
  const asked = new URLSearchParams();
  if (state !== "endorsed") asked.set("trang-thai", state === null ? EVERY_STATE : SLUGS[state]);
  if (villageId !== null) asked.set("thon", villageId);
  if (search !== "") asked.set("tim", search);
  if (page > 1) asked.set("trang", String(page));
  if (tickClear) asked.set("chon", "ro-rang");
  const query = asked.toString();
  return query === "" ? href("office/queue") : `${href("office/queue")}?${query}`;
}

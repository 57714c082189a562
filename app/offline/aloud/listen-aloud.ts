// "Nghe": what stands on a page is read aloud, by a recording where there is one, else by the phone's own
// voice of that language. Where there is neither, nothing is shown.
import { choices, makeButton } from "./ear-controls.ts";
import { keepChoice, keptChoice, RATES } from "./ear-choice.ts";
import { readableParts, type ReadablePart } from "./readable-parts.ts";

/** A block of the page, or a recording that stands for itself. */
interface Item {
  readonly block: HTMLElement;
  readonly button: HTMLButtonElement | null;
}

let choice = keptChoice();
let items: readonly Item[] = [];
let whole: HTMLButtonElement | null = null;
/** Ends what is being read; counts up, so that what ends late goes on with nothing. */
let turn = 0;
/** The place of what was read last. */
let heard = 0;
let player: HTMLAudioElement | null = null;

/** Where the page has a place for the controls; `data-ear-words` of it holds their words. */
export function listenAloud(): void {
  const place = document.querySelector<HTMLElement>("[data-ear-words]");
  if (place === null) return;
  const show = () => offer(place);
  show();
  if ("speechSynthesis" in window) speechSynthesis.addEventListener("voiceschanged", show);
  addEventListener("pagehide", stop);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stop();
  });
}

/** Puts the controls up once there is something to hear. */
function offer(place: HTMLElement): void {
  const [listen = "", all = "", speed = "", ...speeds] = (place.dataset["earWords"] ?? "").split(
    "|",
  );
  const before = items;
  // In the order of the page; what has its button keeps it.
  items = blocksOf(document).flatMap((block) => {
    const known = before.find((item) => item.block === block);
    if (known !== undefined) return known;
    return canBeHeard(block) ? { block, button: buttonFor(block, listen) } : [];
  });
  if (items.length === 0 || place.childElementCount > 0) return;
  whole = makeButton(all, "btn btn-plain", (isOn) => press(isOn, () => startAt(fromHere(), true)));
  const rates = speeds.map((word, index) => {
    const rate = RATES[index] ?? 1;
    return [String(rate), word] as const;
  });
  place.append(
    whole,
    choices(speed, rates, String(choice.rate), (rate) => keep({ ...choice, rate: Number(rate) })),
  );
  offerLanguages(place, all);
}

/** Blocks to read, and recordings outside of any; of a block inside a block only the outer one. */
function blocksOf(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-ear],[data-ear-audio]")].filter(
    (each) => each.parentElement?.closest("[data-ear]") === null,
  );
}

function canBeHeard(block: HTMLElement): boolean {
  return recordingsOf(block).length > 0 || partsOf(block).length > 0;
}

/** A recording in a question is something to hear beside it, and not the question read aloud. */
function recordingsOf(block: HTMLElement): readonly HTMLElement[] {
  if (block.dataset["earAudio"] !== undefined) return [block];
  return block.tagName === "FIELDSET"
    ? []
    : [...block.querySelectorAll<HTMLElement>("[data-ear-audio]")];
}

/** The parts of a block for which the phone has a voice. */
function partsOf(block: HTMLElement): readonly ReadablePart[] {
  return readableParts(block).filter(({ lang }) => voiceOf(lang) !== undefined);
}

/** One that needs no network when there is none; Android writes "vi_VN". */
function voiceOf(lang: string): SpeechSynthesisVoice | undefined {
  if (!("speechSynthesis" in window)) return undefined;
  const fitting = speechSynthesis
    .getVoices()
    .filter((voice) => languageOf(voice.lang) === languageOf(lang))
    .filter(({ localService }) => localService || navigator.onLine);
  return fitting.find(({ localService }) => localService) ?? fitting[0];
}

/** "vi" of "vi-VN". */
function languageOf(tag: string): string {
  return (/^[a-z]+/u.exec(tag.toLowerCase()) ?? [""])[0];
}

/** A button of the block; a recording has its own already, and what a line means needs none. */
function buttonFor(block: HTMLElement, word: string): HTMLButtonElement | null {
  if (block.dataset["earAudio"] !== undefined || block.tagName === "SPAN") return null;
  const button = makeButton(word, "ear-button", (isOn) =>
    press(isOn, () =>
      startAt(
        items.findIndex((item) => item.block === block),
        false,
      ),
    ),
  );
  button.setAttribute("aria-label", `${word}: ${(block.textContent ?? "").trim().slice(0, 40)}`);
  const inside = block.querySelector(":scope > legend, :scope > th, :scope > td");
  if (inside?.tagName === "LEGEND") inside.after(button);
  else if (/^(?:UL|OL|TABLE|DL)$/u.test(block.tagName)) block.before(button);
  else (inside ?? block).prepend(button);
  return button;
}

/** Where one thing was recorded in several languages, it stands there in the one that she chose. */
function offerLanguages(place: HTMLElement, label: string): void {
  const recordings = [...document.querySelectorAll<HTMLElement>("[data-ear-audio]")];
  const beside = (one: HTMLElement) =>
    recordings.filter(({ parentElement }) => parentElement === one.parentElement);
  const several = recordings.filter((one) =>
    beside(one).some((other) => recordedIn(other) !== recordedIn(one)),
  );
  if (several.length === 0) return;
  const show = () => {
    for (const one of several) {
      const hasChosen = beside(one).some((other) => recordedIn(other) === choice.lang);
      one.hidden = hasChosen && recordedIn(one) !== choice.lang;
    }
  };
  const names = new Map(several.map((one) => [recordedIn(one), nameOf(one)]));
  place.append(
    choices(label, [...names], choice.lang, (lang) => {
      stop();
      keep({ ...choice, lang });
      show();
    }),
  );
  show();
}

function recordedIn({ dataset }: HTMLElement): string {
  return dataset["earAudio"] ?? "";
}

function nameOf(recording: HTMLElement): string {
  return recording.querySelector("audio")?.getAttribute("aria-label") ?? recordedIn(recording);
}

/** Reads, or stops what it was pressed for. */
function press(isOn: boolean, read: () => void): void {
  stop();
  if (!isOn) read();
}

function isSeen({ block }: Item): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** What was heard last if she still sees it, else what she sees first: from here she hears on. */
function fromHere(): number {
  const last = items[heard];
  if (last !== undefined && isSeen(last)) return heard;
  return scrollY < innerHeight / 2 ? 0 : Math.max(items.findIndex(isSeen), 0);
}

function startAt(index: number, goesOn: boolean): void {
  const item = items[index];
  heard = item === undefined ? 0 : index;
  if (item === undefined) return;
  const mine = ++turn;
  const ended = () => {
    if (mine !== turn) return;
    stop();
    if (goesOn) startAt(index + 1, true);
  };
  const pressed = goesOn ? whole : item.button;
  pressed?.setAttribute("aria-pressed", "true");
  whole?.parentElement?.classList.add("ear-on");
  if (goesOn) bringIntoSight(item.block);
  const recording = recordingOf(item.block);
  if (recording === undefined) speak(partsOf(item.block), ended, () => mine === turn);
  else play(item.block, recording, ended);
}

function bringIntoSight(block: HTMLElement): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  block.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

/** In the language that she chose, else in that of the words; any other only where no voice is. */
function recordingOf(block: HTMLElement): HTMLElement | undefined {
  const recordings = recordingsOf(block);
  const own = block.dataset["ear"] || "vi";
  const fitting = [choice.lang, own]
    .map((lang) => recordings.filter((one) => recordedIn(one) === lang))
    .find(({ length }) => length > 0);
  const [first] = fitting ?? (partsOf(block).length > 0 ? [] : recordings);
  // Said slowly by a person is better than made slow.
  const slow = fitting?.find(({ dataset }) => dataset["earSlow"] !== undefined);
  return choice.rate < 1 ? (slow ?? first) : first;
}

function play(block: HTMLElement, recording: HTMLElement, ended: () => void): void {
  const audio = recording.querySelector("audio");
  if (audio === null) {
    ended();
    return;
  }
  player = audio;
  block.classList.add("ear-now");
  audio.playbackRate = recording.dataset["earSlow"] === undefined ? choice.rate : 1;
  audio.addEventListener("ended", ended, { once: true });
  // A plug pulled out, a call that comes in, the button on the locked screen.
  const paused = () => {
    if (!audio.ended && player === audio) stop();
  };
  audio.addEventListener("pause", paused, { once: true });
  audio.play().catch(ended);
}

/** Sentence after sentence, each marked while it is read, and its words where the voice tells of them. */
function speak(parts: readonly ReadablePart[], ended: () => void, isOurs: () => boolean): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    ended();
    return;
  }
  const said = new SpeechSynthesisUtterance(part.text);
  const voice = voiceOf(part.lang);
  if (voice !== undefined) said.voice = voice;
  said.lang = voice?.lang ?? part.lang;
  said.rate = choice.rate;
  said.addEventListener("boundary", ({ name, charIndex }) => {
    if (isOurs() && name === "word") part.markWord(charIndex);
  });
  said.addEventListener("end", () => {
    part.unmark();
    if (isOurs()) speak(rest, ended, isOurs);
  });
  said.addEventListener("error", () => {
    part.unmark();
    if (isOurs()) stop();
  });
  part.mark();
  speechSynthesis.speak(said);
}

function stop(): void {
  turn++;
  if ("speechSynthesis" in window) speechSynthesis.cancel();
  const playing = player;
  player = null;
  playing?.pause();
  whole?.parentElement?.classList.remove("ear-on");
  for (const each of document.querySelectorAll(".ear-now")) each.classList.remove("ear-now");
  for (const button of [whole, ...items.map((item) => item.button)]) {
    button?.setAttribute("aria-pressed", "false");
  }
}

function keep(chosen: typeof choice): void {
  choice = chosen;
  if (player !== null) player.playbackRate = chosen.rate;
  keepChoice(chosen);
}

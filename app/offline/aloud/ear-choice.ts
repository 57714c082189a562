/** How fast she wants to be read to. */
export const RATES = [0.75, 1, 1.25] as const;
const KEPT_AS = "nghe";

/** What she chose on this phone: how fast, and in which language where there are several. */
export interface Choice {
  readonly rate: number;
  readonly lang: string;
}

const USUAL: Choice = { rate: 1, lang: "vi" };

export function keptChoice(): Choice {
  try {
    const [rate = "", lang = USUAL.lang] = (localStorage.getItem(KEPT_AS) ?? "").split(" ");
    return { rate: RATES.find((each) => String(each) === rate) ?? USUAL.rate, lang };
  } catch {
    return USUAL;
  }
}

/** A browser that keeps nothing keeps it for the page alone. */
export function keepChoice({ rate, lang }: Choice): void {
  try {
    localStorage.setItem(KEPT_AS, `${rate} ${lang}`);
  } catch {}
}

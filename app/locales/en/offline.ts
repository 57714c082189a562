import type { Words } from "../words.ts";

export const offline = {
  heading: "No signal",
  title: "Your phone cannot reach Nếp Học",
  advice: "Go to an open place, turn on mobile data or wifi, then load the page again.",
  kept: "Answers, evidence, plans and words about yourself that you were writing are still on this phone. With a signal, press Try again to see them. Choose a photo again.",
  restored:
    "What you wrote last time could not be sent. The phone filled it in again. Look at it and send it. Choose a photo again.",
  again: "Try again",
} satisfies Words["offline"];

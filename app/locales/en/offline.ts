import type { Words } from "../words.ts";

export const offline = {
  heading: "No signal",
  title: "Your phone cannot reach Nếp Học",
  advice: "Go to an open place, turn on mobile data or wifi, then load the page again.",
  kept: "Were you sending answers? Press your phone's back button: what you wrote is still there. Send it again when there is a signal.",
  again: "Try again",
} satisfies Words["offline"];

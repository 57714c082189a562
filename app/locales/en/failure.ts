import type { Words } from "../words.ts";

export const failure = {
  home: "To the front page",
  byStatus: {
    403: {
      title: "This page is not for you",
      advice:
        "If you need to see it, ask your commune official or village head. Or sign in under another name.",
    },
    404: {
      title: "There is no such page",
      advice:
        "The address may be mistyped, or the page has moved. Go to the front page and look from there.",
    },
    405: {
      title: "This page does not take what was sent in this way",
      advice: "Go back to the page before and press the button there.",
    },
    411: {
      title: "Your device did not send everything",
      advice: "Go back to the page before and send again. What you wrote is still there.",
    },
    413: {
      title: "The photo or file is too large",
      advice:
        "Go back to the page before, choose a photo smaller than 15 MB and send again. What you wrote is still there.",
    },
    415: {
      title: "What was sent could not be read",
      advice: "Go back to the page before and send again with the button there.",
    },
  },
  asked: {
    title: "What was sent could not be read",
    advice: "Go back to the page before, look over what you wrote and send again.",
  },
  broken: {
    title: "The server is in trouble",
    advice:
      "What was saved is still there. Wait a few minutes and try again. If it still fails, tell your commune official.",
  },
  foreign: "This request does not come from a page of Nếp Học.",
} satisfies Words["failure"];

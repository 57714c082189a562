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
    408: {
      title: "The network is too slow; not everything came",
      advice:
        "Go back to the page before and send again where the signal is better. What you wrote is still there.",
    },
    410: {
      title: "This paper was revoked",
      advice:
        "It is no longer valid, so it cannot be opened or printed. To know why, look at your own pages or ask your commune official.",
    },
    411: {
      title: "Your device did not send everything",
      advice: "Go back to the page before and send again. What you wrote is still there.",
    },
    413: {
      title: "Too much was sent at once",
      advice:
        "Go back to the page before, write less or choose a photo smaller than 15 MB and send again. What you wrote is still there.",
    },
    415: {
      title: "What was sent could not be read",
      advice: "Go back to the page before and send again with the button there.",
    },
    429: {
      title: "Too many times",
      advice: "Wait a little, then try again. What was saved is still there.",
    },
    503: {
      title: "The server is busy",
      advice:
        "What was saved is still there. Wait about a minute and load the page again. If you had just sent something, go back to the page before and send it again.",
    },
    507: {
      title: "The server has no room left",
      advice: "What you sent was not saved. Tell your commune official, and send it again later.",
    },
  },
  asked: {
    title: "What was sent could not be read",
    advice: "Go back to the page before, look over what you wrote and send again.",
  },
  twoSessions: {
    title: "It is not clear who uses this device",
    advice:
      "Two people are signed in at once in this browser, so this page was not opened for the wrong one. Go to the front page and sign in again.",
  },
  broken: {
    title: "The server is in trouble",
    advice:
      "What was saved is still there. Wait a few minutes and try again. If it still fails, tell your commune official.",
  },
  foreign: "This request does not come from a page of Nếp Học.",
} satisfies Words["failure"];

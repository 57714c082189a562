// A lint rule for oxlint: a thing is named by the word its field uses, so that a stranger's search finds it.

/** Words of our own that had come to stand for something that has a name. */
const NAMES = new Map([
  ["QuizDraw", "QuizAttempt"],
  ["howShown", "resolvePreferences"],
  ["Look", "AccessLogEntry"],
  ["listLooks", "listAccesses"],
  ["matter", "navItem"],
  ["matters", "navigation"],
  ["Hands", "ShowOfHands"],
  ["recordHands", "recordVotes"],
  ["Outward", "OutboundHttp"],
  ["keepUp", "startMaintenance"],
  ["keepForwarding", "startForwarding"],
  ["keepReminding", "startReminders"],
  ["holdDueForward", "claimDueForward"],
  ["recordAct", "recordBulkReview"],
  ["speakForVillage", "submitVillageReview"],
  ["doPersonTask", "handlePersonAction"],
  ["cage", "checkEntries"],
  ["letGo", "drainBody"],
  ["lastWord", "errorHandler"],
  ["squeeze", "brotli"],
  ["Packed", "Compressed"],
  ["FOR_GOOD", "IMMUTABLE"],
  ["SHOWN_WHILE_ASKED", "STALE_WHILE_REVALIDATE"],
  ["Ask", "XapiRequest"],
  ["Arrival", "RawRequest"],
  ["Intake", "BodyReservation"],
  ["Gathering", "MicroBatcher"],
  ["openGathering", "batchInserts"],
]);

const privateName = {
  /** @param {{ report(found: { node: unknown, message: string }): void }} context */
  create(context) {
    /** @param {{ id: { name?: string } | null }} node */
    const declared = (node) => {
      const name = node.id?.name ?? "";
      const better = NAMES.get(name);
      if (better === undefined) return;
      context.report({ node, message: `The field calls it ${better}, not ${name}.` });
    };
    return {
      VariableDeclarator: declared,
      FunctionDeclaration: declared,
      ClassDeclaration: declared,
      TSInterfaceDeclaration: declared,
      TSTypeAliasDeclaration: declared,
    };
  },
};

// oxlint asks for a default export.
export default { meta: { name: "names" }, rules: { private: privateName } };

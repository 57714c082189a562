/**
 * In which order things are put that have to be brought in order: the places of the right order, as
 * they are shown. It follows from the things and not from their right order, so that it tells nothing
 * of it; and it is never the right order itself.
 */
export function shownOrder(questionId: string, things: readonly string[]): readonly number[] {
  const weighed = things.map((thing, place) => ({
    place,
    thing,
    weight: weightOf(`${questionId}\n${thing}`),
  }));
  const shown = weighed
    .toSorted((a, b) => a.weight - b.weight || (a.thing < b.thing ? -1 : 1))
    .map(({ place }) => place);
  const isRight = shown.every((place, at) => place === at);
  return isRight ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}

/** A number of 32 bits that says nothing about the text (FNV-1a, then mixed once more). */
function weightOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

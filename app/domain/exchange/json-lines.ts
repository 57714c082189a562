/** A line of a file of statements. */
export interface Line {
  /** From 1, empty lines counted. */
  readonly number: number;
  /** As it stands; "null" when it could not be read. */
  readonly text: string;
  /** Why it could not be read; null when it could. */
  readonly fault: string | null;
}

const LINE_AT_MOST = 4 * 1024 * 1024;

/**
 * JSON lines out of a stream of text, however it was cut; empty lines are passed over. A line that is
 * too long is not kept while it goes by.
 */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = "";
  let tooLong = false;
  for await (const chunk of chunks) {
    const parts = (number === 0 && rest === "" ? chunk.replace(/^\uFEFF/u, "") : chunk).split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      number += 1;
      const line = lineOf(number, rest + part, tooLong);
      [rest, tooLong] = ["", false];
      if (line !== null) yield line;
    }
    rest += last;
    if (rest.length > LINE_AT_MOST) [rest, tooLong] = ["", true];
  }
  const line = lineOf(number + 1, rest, tooLong);
  if (line !== null) yield line;
}

function lineOf(number: number, text: string, tooLong: boolean): Line | null {
  if (tooLong || text.length > LINE_AT_MOST) {
    return { number, text: "null", fault: `longer than ${LINE_AT_MOST} characters` };
  }
  return text.trim() === "" ? null : { number, text, fault: null };
}

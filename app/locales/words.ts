import type { vi } from "./vi/index.ts";

type Function = (...given: never[]) => unknown;

/** The shape of a language's sentences: the same names, any texts. */
type Sentences<Line> = Line extends string
  ? string
  : Line extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof Line]: Sentences<Line[Name]> };

/** Every sentence of the interface. */
export type Words = Sentences<typeof vi>;

/** Some of the lines; what is left out is not known in that language. */
type Some<Lines> = Lines extends string | Function
  ? Lines
  : { readonly [Name in keyof Lines]?: Some<Lines[Name]> | undefined };

/** Some of the sentences of the interface, in a language of which not all are known. */
export type SomeWords = Some<Words>;

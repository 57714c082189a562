import { createContext, useContext } from "react";

import { vi } from "./vi/index.ts";

/** Every sentence of the interface. Another language may be partial; missing ones fall back to vi. */
export type Words = typeof vi;

const WordsContext = createContext<Words>(vi);

export const WordsProvider = WordsContext.Provider;

/** The sentences of the interface in the reader's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}

export { vi };

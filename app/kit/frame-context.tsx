import { createContext, useContext } from "react";

import type { LearnerSettings } from "#app/domain/identity/index.ts";

/** What the frame of every page shows: who holds the phone, and whether the people here are made up. */
export interface Frame {
  readonly person: {
    /** Says nothing by itself: what this phone keeps for her alone is kept by it. */
    readonly key: string;
    readonly name: string;
    /** The first office held, as it stands under a signature; null for a resident. */
    readonly office: string | null;
  } | null;
  readonly sample: boolean;
  /** How the pages are shown: in which language, with pictures or not, in the easy way or not. */
  readonly settings: LearnerSettings;
}

const NOBODY_CHOSE: LearnerSettings = { locale: null, easyView: false, dataSaver: false };

const FrameContext = createContext<Frame>({
  person: null,
  sample: false,
  settings: NOBODY_CHOSE,
});

export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  return useContext(FrameContext);
}

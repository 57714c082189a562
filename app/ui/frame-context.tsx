import { createContext, useContext } from "react";

/** What the frame of every page shows: who holds the phone, and whether the people here are made up. */
export interface Frame {
  readonly person: {
    readonly name: string;
    /** The first office held, as it stands under a signature; null for a resident. */
    readonly office: string | null;
  } | null;
  readonly sample: boolean;
}

const FrameContext = createContext<Frame>({ person: null, sample: false });

export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  return useContext(FrameContext);
}

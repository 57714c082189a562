import type { Fault } from "./fault.ts";

/** A statement on its way out. */
export interface Outgoing {
  readonly id: string;
  /** Its JSON text, sent as it stands. */
  readonly text: string;
  /** Files that belong to it; those that are kept here go along. */
  readonly files: readonly OutgoingFile[];
}

export interface OutgoingFile {
  /** Of its bytes, hex in lower case. */
  readonly sha2: string;
  readonly contentType: string;
}

/** It cannot be told now, and has to be tried again later. */
export interface Away {
  readonly kind: "away";
  readonly fault: Fault;
  /** What it asked for; null when it did not. */
  readonly retryAfterSeconds: number | null;
}

export type Delivery =
  | { readonly kind: "stored" }
  /** For what is in it, so the same batch will always be refused; nothing of it was stored. */
  | { readonly kind: "refused"; readonly fault: Fault }
  | Away;

export type RemoteCopy =
  | { readonly kind: "found"; readonly text: string }
  /** It does not say: nothing there, or not ours to read. */
  | { readonly kind: "unread" }
  | Away;

/** Another record store, as the forwarder sees it. */
export interface RemoteStore {
  /** Stores all of them or, when one cannot be, none (xAPI 1.0.3, Communication 2.1.2). */
  readonly send: (batch: readonly Outgoing[]) => Promise<Delivery>;
  /** What it keeps under that id, voided or not. */
  readonly find: (id: string) => Promise<RemoteCopy>;
  /** The versions of xAPI that it speaks; null when it does not say. */
  readonly versions: () => Promise<readonly string[] | null>;
}

/** Where it is and who we are there. */
export interface RemoteAddress {
  readonly endpoint: string;
  readonly user: string;
  readonly secret: string;
  readonly version: RemoteVersion;
}

export const REMOTE_VERSIONS = ["2.0.0", "1.0.3"] as const;
export type RemoteVersion = (typeof REMOTE_VERSIONS)[number];

import type { PackageFault } from "./faults.ts";
import type { OpenedPackage } from "./open-package.server.ts";

/** What is known of a package whose files are kept. */
export type UnpackedPackage = Omit<OpenedPackage, "eachFile">;

export type Unpacked =
  | { readonly ok: true; readonly package: UnpackedPackage }
  /** What its maker has to mend; at least one. */
  | { readonly ok: false; readonly faults: readonly PackageFault[] };

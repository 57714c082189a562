import type { PackageFault } from "./faults.ts";

/** Names of the files in a package. */
export type PackageFiles = ReadonlySet<string>;

/** Names that the launch adds (§8.1); a publisher's query must not have them. */
export const LAUNCH_PARAMETERS = ["endpoint", "fetch", "actor", "registration", "activityId"];

type Say = (code: PackageFault["code"]) => void;

/**
 * A unit's url (§13.1.4, §14.1): a file of the package, or a whole address on another host. A lone
 * document has whole addresses only.
 */
export function readUnitUrl(
  url: string,
  files: PackageFiles | null,
  say: Say,
): { readonly url: string; readonly inPackage: boolean } {
  if (url === "" || /[\p{Cc}\p{Cs}\\]/u.test(url)) {
    say("url-invalid");
    return { url, inPackage: false };
  }
  const query = new URLSearchParams(/\?([^#]*)/u.exec(url)?.[1] ?? "");
  if (LAUNCH_PARAMETERS.some((name) => query.has(name))) say("url-parameter");
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/u.test(url)) {
    if (!isWebAddress(url)) say("url-invalid");
    return { url, inPackage: false };
  }
  if (files === null || url.startsWith("/")) {
    say("url-relative");
    return { url, inPackage: false };
  }
  return { url: fileUrl(url, files, say), inPackage: true };
}

/** RFC 1738 by way of its successor: a host, and no blank anywhere. Other schemes open no page. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#]/iu.test(url) && !/\s/u.test(url) && URL.canParse(url);
}

/** `path?query#fragment` with the path as the file is named, its steps encoded. */
function fileUrl(url: string, files: PackageFiles, say: Say): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(url) ?? [];
  const steps = plainSteps(decoded(path).split("/"));
  if (steps === null) {
    say("url-escapes");
    return url;
  }
  const name = steps.join("/");
  const kept = [name, name.normalize("NFC"), name.normalize("NFD")].find((one) => files.has(one));
  if (kept === undefined) say("file-missing");
  return `${addressOf(kept ?? name)}${rest}`;
}

/** A file's name as the path of an address. */
function addressOf(name: string): string {
  return name
    .split("/")
    .map((step) => encodeURIComponent(step))
    .join("/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Without `.` and `..`, or null when they lead out of the package. */
function plainSteps(steps: readonly string[]): readonly string[] | null {
  const plain: string[] = [];
  for (const step of steps) {
    if (step === "..") {
      if (plain.pop() === undefined) return null;
    } else if (step !== "." && step !== "") plain.push(step);
  }
  return plain;
}

import { LAUNCH_PARAMETERS } from "./unit-url.ts";
import { contextTemplate, type MoreExtensions, type SessionFrame } from "./session.ts";
import type { AssignableUnit } from "./structure.ts";

/** Where the parts of the product are that a unit speaks to. */
export interface LaunchPlaces {
  /** Scheme and host of the units' files, without a slash at its end. */
  readonly contentOrigin: string;
  /** Of the record store, with a slash at its end. */
  readonly endpoint: string;
}

/** The address of a unit without what the launch adds (§9.6.3.4). */
export function unitAddress(
  unit: AssignableUnit,
  sha256: string,
  { contentOrigin }: LaunchPlaces,
): string {
  return unit.inPackage ? `${contentOrigin}/goi/${sha256}/${unit.url}` : unit.url;
}

/** The launch URL (§8.1): the publisher's own query stays, its fragment comes last. */
export function launchUrl(
  address: string,
  { endpoint }: LaunchPlaces,
  frame: SessionFrame,
  fetchUrl: string,
): string {
  const [, base = "", fragment = ""] = /^([^#]*)(#.*)?$/su.exec(address) ?? [];
  const values = [
    endpoint,
    fetchUrl,
    JSON.stringify({ objectType: "Agent", account: frame.actor }),
    frame.registration,
    frame.activityId,
  ];
  const added = LAUNCH_PARAMETERS.map(
    (name, index) => `${name}=${encodeURIComponent(values[index] ?? "")}`,
  ).join("&");
  const joint = base.includes("?") ? (/[?&]$/u.test(base) ? "" : "&") : "?";
  return `${base}${joint}${added}${fragment}`;
}

/** The State document LMS.LaunchData (§10.2). */
export function launchData(
  unit: AssignableUnit,
  frame: SessionFrame,
  returnURL: string,
  more: MoreExtensions = {},
): Readonly<Record<string, unknown>> {
  const { launchParameters, entitlementKey } = unit;
  return {
    contextTemplate: contextTemplate(frame, more),
    launchMode: frame.mode,
    launchMethod: unit.launchMethod,
    moveOn: unit.moveOn,
    ...(frame.masteryScore === null ? {} : { masteryScore: frame.masteryScore }),
    ...(launchParameters === null ? {} : { launchParameters }),
    ...(entitlementKey === null ? {} : { entitlementKey: { courseStructure: entitlementKey } }),
    returnURL,
  };
}

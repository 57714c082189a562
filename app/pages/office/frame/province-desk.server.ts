import type { AppLoadContext } from "@remix-run/node";

import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import type { CertificateSeat } from "#app/pages/office/certificates/certificate-desk.server.ts";
import type { RecordDesk } from "#app/pages/office/records/record-desk.server.ts";
import { href } from "#app/routes.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

export interface ProvinceDesk {
  readonly actor: Actor;
  readonly provinceId: PlaceId;
  /** With its kind word: "Tỉnh Lào Cai". */
  readonly provinceName: string;
}

/** The province that whoever is signed in oversees; 403 for everybody else. */
export async function requireProvinceDesk(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<ProvinceDesk> {
  const actor = await requireActor(context, request);
  const office = actor.offices.find(({ role }) => role === "provincial_officer");
  if (office === undefined) throw new Response(null, { status: 403 });
  return { actor, provinceId: office.placeId, provinceName: office.placeName };
}

/** The statements of that province. */
export async function requireProvinceRecords(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<RecordDesk> {
  const { actor, provinceId } = await requireProvinceDesk(context, request);
  const desk = { kind: "province" as const, placeId: provinceId };
  return { actor, desk, base: href("office/records-province"), named: null };
}

/** The certificates of courses in that province. */
export async function requireProvinceCertificates(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<CertificateSeat> {
  const { actor, provinceId } = await requireProvinceDesk(context, request);
  const desk = { kind: "province" as const, placeId: provinceId };
  return { actor, desk, base: href("office/certificates-province"), named: null };
}

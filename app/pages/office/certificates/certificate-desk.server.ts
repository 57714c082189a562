import { data, redirect } from "@remix-run/node";

import type { CertificateFault } from "#app/domain/certificates/index.ts";
import {
  listCertificates,
  readCertificate,
  reissueCertificate,
  revokeCertificate,
} from "#app/domain/certificates/index.server.ts";
import { certificatesHref, readCertificatesAddress } from "./certificates-address.ts";
import { certificateForm } from "./form.ts";
import { type OfficeContext, reachOf } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";

const DONE = ["thu-hoi", "cap-moi"] as const;

/** What a list of certificates answers to its address. */
export async function loadCertificates(deps: Deps, office: OfficeContext, request: Request) {
  const search = new URL(request.url).searchParams;
  const address = readCertificatesAddress(search);
  const listed = await listCertificates(deps, office.actor, { desk: reachOf(office), ...address });
  if (!listed.ok) throw new Response(null, { status: 403 });
  return {
    address: { ...address, page: listed.value.page },
    list: listed.value,
    opened: await openOne(deps, office, address.openedId),
    done: DONE.find((known) => known === search.get("xong")) ?? null,
  };
}

/** Nothing when it is not one of this desk's. */
async function openOne(deps: Deps, office: OfficeContext, id: string | null) {
  if (id === null) return null;
  const desk = reachOf(office);
  const read = await readCertificate(deps, office.actor, { certificateId: id });
  if (!read.ok || (desk.kind === "commune" && read.value.communeId !== desk.placeId)) return null;
  const { credential: _badge, personId: _person, ...shown } = read.value;
  return shown;
}

/** Revokes the certificate that is opened, or gives another in its place. */
export async function actOnCertificate(deps: Deps, office: OfficeContext, request: Request) {
  const address = readCertificatesAddress(new URL(request.url).searchParams);
  const { openedId } = address;
  if (openedId === null || (await openOne(deps, office, openedId)) === null) {
    throw new Response(null, { status: 404 });
  }
  const form = await readForm(request);
  const told = (what: (typeof DONE)[number], id: string) => {
    const done = new URL(
      certificatesHref(href("office/certificates", { desk: office.desk }), {
        ...address,
        openedId: id,
      }),
      "http://desk",
    );
    done.searchParams.set("xong", what);
    return redirect(deskHref(`${done.pathname}${done.search}`, office.named), 303);
  };

  const { typed, value, faults } = certificateForm.read(form, { certificateId: openedId });
  const refused = (wrong: readonly CertificateFault[]) =>
    data({ typed, faults: wrong }, { status: 422 });

  if (textOf(form, "viec") === "cap-moi") {
    const made = await reissueCertificate(deps, office.actor, { certificateId: openedId });
    if (made.ok) throw told("cap-moi", made.value.certificateId);
    if (made.refusal.code === "not-yours") throw new Response(null, { status: 404 });
    return refused([made.refusal.code]);
  }
  if (value === null) return refused(faults);
  const revoked = await revokeCertificate(deps, office.actor, value);
  if (revoked.ok) throw told("thu-hoi", openedId);
  if (revoked.refusal.code === "not-yours") throw new Response(null, { status: 404 });
  return refused([revoked.refusal.code]);
}

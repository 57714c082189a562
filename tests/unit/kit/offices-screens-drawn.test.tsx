import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { PlaceId } from "#app/domain/kernel/index.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { vi } from "#app/locales/index.ts";
import { LimitClientCard } from "#app/pages/office/client/client-file.tsx";
import { ClientFormCard } from "#app/pages/office/clients/client-form.tsx";
import { clientForm, limitsForm } from "#app/pages/office/clients/form.ts";
import { forwardForm } from "#app/pages/office/forward-new/form.ts";
import { NewForward } from "#app/pages/office/forward-new/forward-form.tsx";
import { DeadLetters } from "#app/pages/office/forward/dead-letters.tsx";
import { lettersForm } from "#app/pages/office/forward/form.ts";
import { OfficeFrameProvider } from "#app/pages/office/frame/office-frame.ts";
import { VillageNeedsForms } from "#app/pages/office/needs/village-needs.tsx";
import { packageForm } from "#app/pages/office/packages/form.ts";
import { PackageUpload, PackageUploadErrors } from "#app/pages/office/packages/package-upload.tsx";
import { attestorForm, errorsOf, promoterForm } from "#app/pages/office/person/form.ts";
import { AttestorTask } from "#app/pages/office/person/people-tasks.tsx";
import { PromoterTask } from "#app/pages/office/person/promoter-task.tsx";
import { sheetForm } from "#app/pages/office/record-tables/form.ts";
import { TakeSheet } from "#app/pages/office/record-tables/sheet-form.tsx";
import { RecordBrowser } from "#app/pages/office/records/record-browser.tsx";

const EMPTY = new FormData();
const ID = PlaceId.parse("7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001");
const NEIGHBOUR = PlaceId.parse("7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a002");
const ONE = [{ value: "a", label: "A" }];
const { exchange, people, recordClients } = vi;

const client = clientForm.view(
  { ...clientForm.read(EMPTY), faults: ["commune-several", ...clientForm.read(EMPTY).faults] },
  recordClients.fields.faults,
);
const limits = limitsForm.view(limitsForm.read(EMPTY), recordClients.fields.faults);
const forward = forwardForm.view(
  { typed: forwardForm.blank, faults: [...forwardForm.read(EMPTY).faults, "verbs", "day"] },
  exchange.forwards.form.faults,
);
const sheet = sheetForm.view(sheetForm.read(EMPTY), exchange.sheet.faults);
const letters = lettersForm.view(lettersForm.read(EMPTY), exchange.forwards.file.letters.faults);
const upload = {
  refused: { ...packageForm.read(EMPTY, { hasFile: false }), inside: [] },
  megabytesAtMost: 100,
};
const asked = {
  offices: [],
  communeId: ID,
  own: false,
  villages: [{ villageId: ID, villageName: "Thôn Nà Lồ" }],
  homeId: ID,
  officeId: ID,
};
const attestor = { task: "attestor" as const, ...attestorForm.read(EMPTY) };
const promoter = { task: "promoter" as const, ...promoterForm.read(EMPTY) };
const village = { villageId: ID, villageName: "Thôn Nà Lồ", needs: [] };
const address = {
  sought: "",
  personId: null,
  verb: null,
  activity: null,
  from: "mai",
  to: "kia",
  voidedOnly: false,
};

const summary = (errors: Parameters<typeof ErrorSummary>[0]["errors"]) => (
  <ErrorSummary title="" errors={errors} />
);

const SCREENS = {
  client: (
    <>
      {summary(client.errors)}
      <ClientFormCard
        clientId={ID}
        provinceName=""
        fields={client.fields}
        communes={[{ communeId: ID, communeName: "xã Bắc Hà" }]}
      />
    </>
  ),
  limits: (
    <>
      {summary(limits.errors)}
      <LimitClientCard fields={limits.fields} />
    </>
  ),
  forward: <NewForward forwardId={ID} courses={ONE} verbs={ONE} view={forward} />,
  letters: (
    <>
      {summary(letters.errors)}
      <DeadLetters
        forwardId={ID}
        letters={[]}
        field={letters.fields.letters}
        found={1}
        page={1}
        pages={1}
      />
    </>
  ),
  sheet: <TakeSheet view={sheet} tooMany={null} courses={ONE} verbs={ONE} intro="" />,
  package: (
    <>
      <PackageUploadErrors {...upload} />
      <PackageUpload {...upload} />
    </>
  ),
  attestor: (
    <>
      {summary(errorsOf(attestor, people.person.faults))}
      <AttestorTask {...asked} refused={attestor} />
    </>
  ),
  promoter: (
    <>
      {summary(errorsOf(promoter, people.person.faults))}
      <PromoterTask {...asked} refused={promoter} />
    </>
  ),
  needs: (
    <VillageNeedsForms
      villages={[village, { ...village, villageId: NEIGHBOUR }]}
      known={["chè"]}
      saved={null}
      refused={{ villageId: NEIGHBOUR, typed: { needs: ["chè"] }, faults: ["too-many"] }}
    />
  ),
  records: (
    <RecordBrowser
      base="/ban-xet/ban-ghi"
      address={address}
      activities={[]}
      answer={{ state: "faults", faults: ["from", "to"] }}
    />
  ),
};

/** How many mistakes each is told. */
const MISTAKES: Readonly<Record<keyof typeof SCREENS, number>> = {
  client: 6,
  limits: 2,
  forward: 9,
  letters: 1,
  sheet: 3,
  package: 3,
  attestor: 2,
  promoter: 2,
  needs: 1,
  records: 2,
};

const FRAME = { kind: "province" as const, desk: "tinh", placeId: ID, named: null, places: [] };

test.each(Object.entries(MISTAKES))(
  "every mistake of the form of %s leads from the summary to its field, which says it too",
  (name, mistakes) => {
    const screen = new Map(Object.entries(SCREENS)).get(name);
    const markup = renderToStaticMarkup(
      <OfficeFrameProvider value={FRAME}>{screen}</OfficeFrameProvider>,
    );
    const links = [...markup.matchAll(/href="#(?<id>[^"]+)"/gu)].map(
      ({ groups }) => groups?.["id"] ?? "",
    );
    expect(links).toHaveLength(mistakes);
    for (const id of links) {
      expect(markup.split(` id="${id}"`)).toHaveLength(2);
      expect(markup).toContain(`id="${id}-error"`);
    }
  },
);

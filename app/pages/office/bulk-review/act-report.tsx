import type { ActView, NamedCase } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import type { LeftCase } from "./act-address.ts";
import { StateBadge } from "#app/pages/office/case/assessment-state.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { NumberedTable } from "#app/pages/office/frame/numbered-table.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

/** Every name that one press covered; on paper with a column to sign in. */
export function CoveredCases({ cases }: { readonly cases: ActView["cases"] }) {
  const words = useWords().desk.act;
  const toDesk = useDeskHref();
  const { table } = words;
  return (
    <NumberedTable
      caption={words.covered}
      columns={[
        { key: "name", label: table.name },
        { key: "village", label: table.village },
        { key: "now", label: table.now },
        { key: "signature", label: table.signature, signature: true },
      ]}
      rows={cases.map((one) => ({
        id: one.assessmentId,
        cells: {
          name:
            one.state === "draft" ? (
              one.fullName
            ) : (
              <a href={toDesk(href("office/case", { assessment: one.assessmentId }))}>
                {one.fullName}
              </a>
            ),
          village: one.villageName,
          now: (
            <>
              <StateBadge state={one.state} revoked={one.revoked} />{" "}
              {one.standing || one.state === "recognised" ? null : (
                <Badge tone="plain">{words.sinceBadge}</Badge>
              )}
            </>
          ),
        },
      }))}
    />
  );
}

interface LeftCasesProps {
  readonly left: readonly LeftCase[];
  readonly names: readonly NamedCase[];
}

/** Every name that the press could not cover, and why. */
export function LeftCases({ left, names }: LeftCasesProps) {
  const words = useWords().desk.act;
  const toDesk = useDeskHref();
  const { table } = words;
  return (
    <DataTable
      caption={words.left}
      rowHeader="name"
      columns={[
        { key: "name", label: table.name },
        { key: "village", label: table.village },
        { key: "why", label: table.why },
        { key: "now", label: table.now },
      ]}
      rows={left.map(({ assessmentId, reason }) => {
        const named = names.find((one) => one.assessmentId === assessmentId);
        return {
          id: assessmentId,
          cells: {
            name:
              named === undefined ? (
                words.nameless
              ) : (
                <a href={toDesk(href("office/case", { assessment: assessmentId }))}>
                  {named.fullName}
                </a>
              ),
            village: named?.villageName,
            why: words.reasons[reason],
            now:
              named === undefined ? null : (
                <StateBadge state={named.state} revoked={named.revoked} />
              ),
          },
        };
      })}
    />
  );
}

import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Icon, type IconName } from "./icon.tsx";

interface ProgressBarProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

const MOST_STITCHES = 20;

/** One stitch for each thing to do, or one bar when they are many; the count stands beside it. */
export function ProgressBar({ done, total, label }: ProgressBarProps) {
  const count = useWords().common.progress.count(done, total);
  return (
    <div className="progress">
      <span>
        {label} <strong>{count}</strong>
      </span>
      <svg width="100%" height="16" aria-hidden="true">
        {total <= MOST_STITCHES ? (
          <Stitches done={done} total={total} />
        ) : (
          <>
            <rect width="100%" height="16" />
            <rect className="on" width={`${percent(done, total)}%`} height="16" />
          </>
        )}
      </svg>
    </div>
  );
}

function Stitches({ done, total }: { readonly done: number; readonly total: number }) {
  const width = 100 / Math.max(total, 1);
  return Array.from({ length: total }, (_, index) => (
    <rect
      key={index}
      className={index < done ? "on" : undefined}
      x={`${round(index * width)}%`}
      width={`${round(width * 0.92)}%`}
      height="16"
      rx="3"
    />
  ));
}

function percent(done: number, total: number): number {
  return total === 0 ? 0 : round((100 * Math.min(done, total)) / total);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export type BadgeTone = "plain" | "info" | "success" | "warning" | "error";

interface BadgeProps {
  readonly tone: BadgeTone;
  readonly children: ReactNode;
  readonly icon?: IconName | undefined;
}

/** A state in one or two words. */
export function Badge({ tone, children, icon }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={18} />}
      {children}
    </span>
  );
}

interface StepTrailProps {
  readonly steps: readonly {
    readonly label: string;
    readonly state: "done" | "now" | "next";
    /** Under the label: a day, a name, what is waited for. */
    readonly detail?: ReactNode;
  }[];
}

/** The stitched path of a file through the year, and where it stands. */
export function StepTrail({ steps }: StepTrailProps) {
  const words = useWords().common.progress.step;
  return (
    <ol className="trail">
      {steps.map(({ label, state, detail }) => (
        <li key={label} className={state} aria-current={state === "now" ? "step" : undefined}>
          <span className="knot">{state === "done" ? <Icon name="check" size={20} /> : null}</span>
          <strong>{label}</strong>
          <span className="hint">{words[state]}</span>
          {detail === undefined ? null : <div className="hint">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}

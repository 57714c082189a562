import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Icon, type IconName } from "./icon.tsx";

export type NoticeTone = "info" | "success" | "warning" | "error";

const icons = {
  info: "info",
  success: "check",
  warning: "warning",
  error: "cross",
} as const satisfies Record<NoticeTone, IconName>;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** A word of the tone ("Chú ý", "Đã xong") when none is given. */
  readonly title?: string | undefined;
}

/** Tells what happened or what to mind; errors are read out at once. */
export function Notice({ tone, children, title }: NoticeProps) {
  const words = useWords().common.notice;
  return (
    <div className={`notice notice-${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon name={icons[tone]} size={28} />
      <div>
        <strong>{title ?? words[tone]}</strong>
        <div>{children}</div>
      </div>
    </div>
  );
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly {
    readonly name?: string | undefined;
    readonly message: string;
    /** Where the field is, when it is on another page. */
    readonly href?: string | undefined;
  }[];
}

/** Everything to mend in a form, each a link to its field; nothing when nothing is. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert" id="loi" tabIndex={-1}>
      <Icon name="cross" size={28} />
      <div>
        <h2>{title}</h2>
        <ul>
          {errors.map(({ name, message, href }) => (
            <li key={`${name ?? ""} ${message}`}>
              {name === undefined ? message : <a href={href ?? `#${name}`}>{message}</a>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

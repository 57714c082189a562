import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

export type ButtonTone = "primary" | "plain" | "danger";

interface ButtonProps {
  readonly children: ReactNode;
  readonly icon?: IconName | undefined;
  readonly tone?: ButtonTone | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formAction?: string | undefined;
  readonly type?: "submit" | "reset" | "button" | undefined;
  /** Send without the browser's own checks, as "save for later" needs. */
  readonly formNoValidate?: boolean | undefined;
}

export function Button({
  children,
  icon,
  tone = "primary",
  type = "submit",
  ...rest
}: ButtonProps) {
  return (
    <button className={`btn btn-${tone}`} type={type} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly icon?: IconName | undefined;
  readonly tone?: ButtonTone | undefined;
  /** The file's name, or true: the address is a file to keep. */
  readonly download?: string | true | undefined;
}

/** A plain link: it loads a document, so it works with no script and for files. */
export function ButtonLink({ href, children, icon, tone = "primary", download }: ButtonLinkProps) {
  return (
    <a className={`btn btn-${tone}`} href={href} download={download}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  );
}

/** Buttons side by side; one under another, full width, on a phone. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

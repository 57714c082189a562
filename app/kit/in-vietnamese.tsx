import type { ReactNode } from "react";

import { useVietnamese } from "#app/locales/index.ts";

/** What courses and the law say: Vietnamese, also where the page around it speaks another language. */
export function InVietnamese({ children }: { readonly children: ReactNode }) {
  const lang = useVietnamese();
  return lang === undefined ? (
    children
  ) : (
    <div className="flow" lang={lang}>
      {children}
    </div>
  );
}

/** The same for words within a line. */
export function WordsInVietnamese({ children }: { readonly children: ReactNode }) {
  const lang = useVietnamese();
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}

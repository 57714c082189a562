import type { Problem } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Notice } from "#app/kit/notice.tsx";

interface DraftProblemsProps {
  /** What must be mended. */
  readonly problems: readonly Problem[];
  /** What could be better. */
  readonly advice: readonly Problem[];
}

/** What an author has to do, each with its file and line. */
export function DraftProblems({ problems, advice }: DraftProblemsProps) {
  const words = useWords().authoring.preview;
  return (
    <>
      {problems.length === 0 ? null : (
        <Notice tone="error" title={words.problems(problems.length)}>
          <Lines problems={problems} />
        </Notice>
      )}
      {advice.length === 0 ? null : (
        <details>
          <summary>{words.advice(advice.length)}</summary>
          <Lines problems={advice} />
        </details>
      )}
    </>
  );
}

function Lines({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className="bullets">
      {problems.map(({ file, line, message }) => (
        <li key={`${file}:${line} ${message}`}>
          <strong>
            {file}:{line}
          </strong>{" "}
          {message}
        </li>
      ))}
    </ul>
  );
}

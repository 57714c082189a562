import { useWords } from "#app/locales/index.ts";

import { byteText } from "#app/kit/byte-text.ts";
import { Card } from "#app/kit/card.tsx";

/**
 * What keeping a course on the phone costs. The button comes by enhance.js: without script nothing can
 * be kept, and the page says so.
 */
export function KeepCourse({
  courseId,
  bytes,
  onceBytes,
}: {
  readonly courseId: string;
  readonly bytes: number;
  /** What the first course that a phone keeps costs besides. */
  readonly onceBytes: number;
}) {
  const words = useWords().phone.keep;
  const size = byteText(bytes);
  return (
    <Card>
      <div
        className="flow"
        data-keep-course={courseId}
        data-label={words.button(size)}
        data-broken={words.broken}
      >
        <p>{words.about(size, byteText(onceBytes))}</p>
        <noscript>
          <p className="hint">{words.noScript}</p>
        </noscript>
      </div>
    </Card>
  );
}

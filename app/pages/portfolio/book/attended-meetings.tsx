import type { AttendedMeeting } from "#app/domain/centres/index.ts";
import { useWords } from "#app/locales/index.ts";

/** Class meetings that somebody was at, each with who called the roll; nothing when there were none. */
export function AttendedMeetings({ attended }: { readonly attended: readonly AttendedMeeting[] }) {
  const words = useWords().group.attended;
  if (attended.length === 0) return null;
  return (
    <details>
      <summary>{words.show(attended.length)}</summary>
      <ul className="flow">
        {attended.map(({ meetingId, topic, heldOn, placeName, promoterName, promoterOffice }) => (
          <li key={meetingId}>
            <h3>{topic}</h3>
            <p>{words.line(heldOn, placeName)}</p>
            <p className="hint">{words.by(promoterName, promoterOffice)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

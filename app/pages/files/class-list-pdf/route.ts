import type { LoaderFunctionArgs } from "@remix-run/node";

import { readAttendanceSheet } from "#app/domain/centres/index.server.ts";
import { requireClass } from "#app/pages/classes/class-room.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";

const LEAST_LINES = 20;
const SPARE_LINES = 5;

/** The list to be signed: who is on the roll, and while the class is open lines for whoever comes. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, meetingId } = await requireClass(context, request, params);
  const read = await readAttendanceSheet(deps, actor, { meetingId });
  if (!read.ok) throw new Response(null, { status: 404 });
  const { meeting, rows, communeName } = read.value;
  const course = deps.catalogue().find(({ id }) => id === meeting.courseId);
  const blankRows =
    meeting.closedAt === null ? Math.max(SPARE_LINES, LEAST_LINES - rows.length) : 0;
  const { placeName, topic, heldOn, minutes, promoterName, promoterOffice } = meeting;
  return paperFile(deps, actor, "attendanceSheetPdf", `danh-sach-buoi-hoc-${heldOn}`, {
    communeName,
    placeName: meeting.placeId === meeting.communeId ? "" : placeName,
    topic,
    courseTitle: course?.title ?? "",
    heldOn,
    minutes,
    promoterName,
    promoterOffice,
    rows,
    blankRows,
    sample: actor.sample,
  });
}

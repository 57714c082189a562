export type { CentresDeps } from "./deps.ts";
export { Hands, handsOptions, type HandsOption, votesFirst } from "./hands.ts";
export {
  type AttendedMeeting,
  type Meeting,
  MeetingId,
  OpeningForm,
  PRESENT_AT_MOST,
  type RollPerson,
} from "./meeting.ts";
export { type Slide, slidesOf } from "./slides.ts";

export type { CentresDeps } from "./deps.ts";
export {
  handsFaults,
  handsForm,
  ShowOfHands,
  handsOptions,
  type HandsOption,
  votesFirst,
} from "./show-of-hands.ts";
export {
  type AttendedMeeting,
  type Meeting,
  MeetingId,
  OPENING_FAULTS,
  type OpeningFault,
  OpeningForm,
  PRESENT_AT_MOST,
  ROLL_FAULTS,
  type RollFault,
  type RollPerson,
  ShownCardForm,
} from "./meeting.ts";
export { type Slide, slidesOf } from "./slides.ts";

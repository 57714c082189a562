export { findNextLessons } from "./find-next-lessons.server.ts";
export { forgetPlans } from "./forget.store.server.ts";
export { findWeeksKept, type PlanProgress, readMyPlan } from "./read-plan.server.ts";
export { readLearningRhythm } from "./read-rhythm.server.ts";
export { readVillageNeeds, type VillageNeeds } from "./read-village-needs.server.ts";
export { endPlan, savePlan } from "./save-plan.server.ts";
export { type RemindersSent, sendReminders } from "./send-reminders.server.ts";
export { setVillageNeeds, type SetVillageNeedsRefusal } from "./set-village-needs.server.ts";
export {
  countReminded,
  subscribeReminders,
  type SubscribeRemindersRefusal,
  unsubscribeReminders,
} from "./subscribe-reminders.server.ts";

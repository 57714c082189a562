import { href } from "#app/routes.ts";
/** Where every choice of how pages are shown is sent to. */
export const SETTINGS_PATH = href("account/settings");

/** Of the forms that are sent there; one field changes one thing. */
export const SETTING_FIELDS = {
  locale: "ngon-ngu",
  dataSaver: "it-du-lieu",
  easyView: "de-xem",
  back: "tiep",
} as const;

export { makePicture, PICTURE_WIDTHS } from "./make-pictures.server.ts";
export type { MediaFile } from "./media-file.ts";
export { MADE_PICTURES, readCatalogue, type ReadDraft } from "./read-catalogue.server.ts";
export { readDigitalCompetences } from "./read-competence-framework.server.ts";
export { readLearningRules } from "./read-learning-rules.server.ts";

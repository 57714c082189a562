export { readLearningRules } from "./read-learning-rules.server.ts";
export { readCatalogue } from "./read-catalogue.server.ts";

export { readCatalogue } from "./read-catalogue.server.ts";

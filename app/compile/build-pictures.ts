// Makes the courses' photographs in the sizes of phones, so that no start and no learner waits for it.
import { mkdir, writeFile } from "node:fs/promises";

import { MADE_PICTURES, readCatalogue } from "#app/domain/content/index.server.ts";

await mkdir(MADE_PICTURES, { recursive: true });
await readCatalogue("content/courses");
// Tells launch.js when it was done; what is missing later is made when it is asked for.
await writeFile(`${MADE_PICTURES}/made`, "");

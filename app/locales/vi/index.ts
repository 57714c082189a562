import { assessment } from "./assessment.ts";
import { authoring } from "./authoring.ts";
import { quiz } from "./quiz.ts";
import { phone } from "./phone.ts";
import { finding } from "./finding.ts";
import { group } from "./group.ts";
import { certificate } from "./certificate.ts";
import { settings } from "./settings.ts";
import { ear } from "./ear.ts";
import { common } from "./common.ts";
import { desk } from "./desk.ts";
import { exchange } from "./exchange.ts";
import { failure } from "./failure.ts";
import { identity } from "./identity.ts";
import { learning } from "./learning.ts";
import { people } from "./people.ts";
import { offline } from "./offline.ts";
import { operation } from "./operation.ts";
import { packages } from "./packages.ts";
import { portfolio } from "./portfolio.ts";
import { recognition } from "./recognition.ts";
import { recordClients } from "./record-clients.ts";
import { records } from "./records.ts";
import { rosters } from "./rosters.ts";
import { village } from "./village.ts";

/** Vietnamese, the complete language. Plain words for learners, the authority's wording for officials. */
export const vi = {
  assessment,
  common,
  desk,
  exchange,
  failure,
  identity,
  learning,
  people,
  offline,
  operation,
  packages,
  portfolio,
  recognition,
  recordClients,
  records,
  rosters,
  village,
  authoring,
  quiz,
  phone,
  finding,
  group,
  certificate,
  settings,
  ear,
};

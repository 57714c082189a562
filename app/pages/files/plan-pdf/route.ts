import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { readMyPlan } from "#app/domain/guidance/index.server.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";
import { href } from "#app/routes.ts";
import { planFileName, planPaper } from "./plan-paper.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** Her plan on paper; without a plan, the page on which she makes one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const progress = await readMyPlan(deps, actor);
  if (progress === null) throw redirect(href("learn/plan"));
  const village = await deps.transact(actor.reach, (db) => findPlace(db, actor.villageId));
  const villageName = village === null ? "" : placeTitle(village);
  const paper = planPaper(deps, actor, villageName, progress);
  return paperFile(deps, actor, "planPdf", planFileName(deps.now()), paper);
}

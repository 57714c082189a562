import type { LoaderFunctionArgs } from "@remix-run/node";

import { courseMedia } from "./course-media.server.ts";

/** A picture, recording or paper of a course. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { drafts, madePictures } = context.deps;
  const { course = "", file = "" } = params;
  const draft = drafts().find(({ id }) => id === course);
  const media = draft?.media.get(`media/${file}`);
  if (media === undefined) throw new Response(null, { status: 404 });
  return courseMedia({ request, course, file, media, madePictures });
}

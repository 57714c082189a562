import type { AppLoadContext, MetaFunction } from "@remix-run/node";

import { pageTitle } from "#app/kit/page-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.failure.asked.title);

/** An address that no screen has, or one whose own answer has no page: said within the frame. */
export function loader({ context }: { readonly context: AppLoadContext }): never {
  throw new Response(null, { status: context.refused ?? 404 });
}

export { loader as action };

/** Never drawn; it makes this a page, so that Remix draws the boundary around it. */
export default function Lost() {
  return null;
}

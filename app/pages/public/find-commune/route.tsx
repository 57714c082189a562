import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { cleanLine } from "#app/domain/kernel/index.ts";
import { searchPlaces } from "#app/domain/places/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { CommuneHits } from "./commune-hits.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { SEARCH_LENGTH, SearchForm } from "#app/kit/search-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.learning.communes.heading);

const HITS_AT_MOST = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("tim") ?? "";
  const query = cleanLine(typed.slice(0, 4 * SEARCH_LENGTH)).slice(0, SEARCH_LENGTH);
  if (query === "") return { query, hits: null };
  const search = { query, limit: HITS_AT_MOST };
  return { query, hits: await context.deps.transact([], (db) => searchPlaces(db, search)) };
}

export default function FindCommune() {
  const words = useWords().learning.communes;
  const { query, hits } = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={words.heading} back={{ href: "/", label: words.back }}>
      <p>{words.intro}</p>
      <SearchForm
        action={href("public/find-commune")}
        label={words.search}
        hint={words.searchHint}
        button={words.searchButton}
        query={query}
      />
      {hits === null ? null : (
        <CommuneHits hits={hits} query={query} cut={hits.length === HITS_AT_MOST} />
      )}
    </LearnerPage>
  );
}

import { PersonId } from "#app/domain/kernel/index.ts";

/** The person that an address names; 404 when it is no name. */
export function personIdOf(text: string | undefined): PersonId {
  const id = PersonId.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

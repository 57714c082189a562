import { Uuid } from "#app/domain/kernel/index.ts";

/** A client's id in an address; 404 for what is none. */
export function readClientId(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

import { useWords } from "#app/locales/index.ts";

/** What people come to learn for; each word is a search. */
export function NeedLinks({ needs }: { readonly needs: readonly string[] }) {
  const words = useWords().learning.catalogue;
  if (needs.length === 0) return null;
  return (
    <section>
      <h2>{words.needs}</h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {needs.map((need) => (
          <li key={need}>
            <a
              href={`/hoc?tim=${encodeURIComponent(need)}`}
              className="edge border-hemp inline-flex min-h-12 items-center [border-radius:9rem] bg-white px-3 text-base font-bold"
            >
              {need}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

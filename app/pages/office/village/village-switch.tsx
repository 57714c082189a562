import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

interface VillageSwitchProps {
  readonly villages: readonly { readonly placeId: string; readonly placeName: string }[];
  readonly current: string;
}

/** For whoever answers for several villages: which one to look at. */
export function VillageSwitch({ villages, current }: VillageSwitchProps) {
  const words = useWords().village;
  if (villages.length <= 1) return null;
  return (
    <nav className="flex flex-wrap gap-x-5" aria-label={words.villages}>
      {villages.map(({ placeId, placeName }) => (
        <a
          key={placeId}
          className="back"
          href={`${href("office/village")}?thon=${placeId}`}
          aria-current={placeId === current ? "page" : undefined}
        >
          {placeName}
        </a>
      ))}
    </nav>
  );
}

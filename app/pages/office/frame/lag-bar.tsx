import { useWords } from "#app/locales/index.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** How far behind something is, drawn so that a minute and a week can both be seen; the words stand with it. */
export function LagBar({ seconds }: { readonly seconds: number }) {
  const words = useWords().exchange.forwards;
  return (
    <span className="progress">
      <span>{words.lag(seconds)}</span>
      <svg width="100%" height="12" aria-hidden="true">
        <rect width="100%" height="12" rx="3" />
        <rect className="on" width={widthOf(seconds)} height="12" rx="3" />
        {[MINUTE, HOUR, DAY].map((mark) => (
          <line
            key={mark}
            x1={widthOf(mark)}
            x2={widthOf(mark)}
            y1="0"
            y2="12"
            stroke="currentColor"
            strokeDasharray="2 2"
          />
        ))}
      </svg>
    </span>
  );
}

/** The share of a week on a logarithmic scale. */
function widthOf(seconds: number): string {
  const share = Math.log1p(Math.min(seconds, WEEK)) / Math.log1p(WEEK);
  return `${Math.round(share * 1000) / 10}%`;
}

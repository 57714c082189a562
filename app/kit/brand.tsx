import { useWords } from "#app/locales/index.ts";

/** The mark: an open book folded out of woven chevrons, with a seed of light above it. */
export function ProductMark({ size = 40 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path fill="#f2b705" d="m16 3 6 6-6 6-6-6z" />
      <path fill="#b3261e" d="m16 6 3 3-3 3-3-3z" />
      <path fill="#fffaf0" d="m3 12 13 10 13-10v5L16 27 3 17z" />
      <path fill="#f2b705" d="m3 20 13 10 13-10v2L16 32 3 22z" />
    </svg>
  );
}

/** Mark and name, a link home. */
export function Brand({ href }: { readonly href: string }) {
  const { productName } = useWords().common;
  return (
    <a className="brand" href={href}>
      <ProductMark />
      {productName}
    </a>
  );
}

/** A row of brocade diamonds; `broken` leaves one out, with its thread hanging. */
export function WovenMotif({ broken = false }: { readonly broken?: boolean }) {
  return (
    <svg className="motif" viewBox="0 0 240 72" width="240" height="72" aria-hidden="true">
      <path fill="#1b2450" d="M0 4h240v4H0zM0 52h240v4H0z" />
      {[40, 120, 200].map((x) =>
        broken && x === 120 ? (
          <g key={x} fill="none" strokeWidth="3">
            <path stroke="#8a7a55" strokeDasharray="4 5" d="m120 12 18 18-18 18-18-18z" />
            <path stroke="#b3261e" d="M62 30c14 0 18 18 34 18s20-22 36-18" />
            <path stroke="#45423c" strokeLinecap="round" d="m132 30 26-14" />
          </g>
        ) : (
          <Diamond key={x} x={x} />
        ),
      )}
    </svg>
  );
}

function Diamond({ x }: { readonly x: number }) {
  return (
    <g>
      <path fill="#1b2450" d={`m${x} 8 22 22-22 22-22-22z`} />
      <path fill="#f2b705" d={`m${x} 14 16 16-16 16-16-16z`} />
      <path fill="#b3261e" d={`m${x} 20 10 10-10 10-10-10z`} />
      <path fill="#fffaf0" d={`m${x} 26 4 4-4 4-4-4z`} />
      <path
        fill="#1e6b3a"
        d={`m${x - 32} 10 6 6-6 6-6-6zm0 28 6 6-6 6-6-6zm64-28 6 6-6 6-6-6zm0 28 6 6-6 6-6-6z`}
      />
    </g>
  );
}

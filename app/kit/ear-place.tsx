import { useWords } from "#app/locales/index.ts";

/** Where enhance.js puts its controls to listen, when there is something to hear; empty without it. */
export function EarPlace() {
  const { listen, whole, speed, slow, usual, fast } = useWords().ear.script;
  return (
    <div className="ear" data-ear-words={[listen, whole, speed, slow, usual, fast].join("|")} />
  );
}

/** Codes of what can be wrong in a form, by the field they are about; the first is the general one. */
export type FaultTable = Readonly<Record<string, readonly [string, ...string[]]>>;

export type FaultOf<Faults extends FaultTable> = Faults[keyof Faults][number];

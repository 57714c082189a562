export interface TableLinks {
  readonly name: string;
  /** Tables whose rows its foreign keys name; itself may be among them. */
  readonly needs: readonly string[];
}

/** Tables in an order in which each comes after those that it needs, as far as they do not need each other. */
export function inOrderOfNeed(tables: readonly TableLinks[]): readonly string[] {
  const ordered: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(({ name, needs }) =>
      needs.every((needed) => needed === name || ordered.includes(needed)),
    );
    const next = free.length > 0 ? free : left.slice(0, 1);
    ordered.push(...next.map(({ name }) => name));
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}

/* oxlint-disable no-extend-native, unicorn/no-array-sort -- what the floor's browsers lack is given to them under its own name */
// What came to browsers after the floor of README and the code that both sides share is written with. Each is
// the standard's own, for the arguments that are given here.

/** Gives an older browser what it lacks; one that has it keeps its own. */
export function teachOlderBrowser(): void {
  if (!String.prototype.replaceAll) {
    define(String.prototype, "replaceAll", replaceAll);
  }
  if (!Array.prototype.at) {
    define(Array.prototype, "at", function at<Item>(this: Item[], index: number) {
      return this[index < 0 ? this.length + index : index];
    });
  }
  if (!Array.prototype.toSorted) {
    define(Array.prototype, "toSorted", function toSorted<
      Item,
    >(this: Item[], compare?: (a: Item, b: Item) => number) {
      return [...this].sort(compare);
    });
  }
  if (!Array.prototype.findLast) {
    define(Array.prototype, "findLast", function findLast<
      Item,
    >(this: Item[], fits: (item: Item, index: number) => boolean) {
      for (let index = this.length - 1; index >= 0; index -= 1) {
        const item = this[index];
        if (item !== undefined && fits(item, index)) return item;
      }
      return undefined;
    });
  }
  if (!Object.hasOwn) {
    define(Object, "hasOwn", (owner: object, name: PropertyKey) =>
      Object.prototype.hasOwnProperty.call(owner, name),
    );
  }
}

function replaceAll(this: string, sought: string | RegExp, put: string): string {
  return typeof sought === "string" ? this.split(sought).join(put) : this.replace(sought, put);
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

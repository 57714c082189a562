import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v7 as uuidv7 } from "uuid";

/** Chance that is the same every time for the same seed. */
export interface Dice {
  /** A whole number from 0 to below `sides`. */
  readonly roll: (sides: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True in `percent` of a hundred throws. */
  readonly chance: (percent: number) => boolean;
  /** A UUIDv7 of that instant. */
  readonly id: (at: Date) => string;
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const roll = (sides: number) => uniformInt(generator, 0, sides - 1);
  return {
    roll,
    pick(items) {
      const item = items[roll(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    chance: (percent) => roll(100) < percent,
    id: (at) =>
      uuidv7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => roll(256)) }),
  };
}

/** Requests that wait for one transaction are at most so many. */
const GATHERED_AT_MOST = 100;
/** Transactions that one client's gathered requests have under way at once. */
const UNDER_WAY_AT_MOST = 2;

/** Answers for each of the gathered, in order. */
type Work<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly settle: (answer: Promise<Answer>) => void;
}

/**
 * Lets single requests that come at the same time share a transaction: what arrives while one is under
 * way goes into the next. Whoever comes alone is served at once. `name`: requests of one name may share;
 * `id`: two of one id never do. When a shared transaction fails, each is tried by itself, so that
 * nobody fails for another's sake.
 */
export function batchInserts<Item, Answer>(): (
  name: string,
  id: string,
  item: Item,
  work: Work<Item, Answer>,
) => Promise<Answer> {
  const queues = new Map<string, MicroBatcher<Item, Answer>>();
  return (name, id, item, work) => {
    const queue = queues.get(name) ?? new MicroBatcher<Item, Answer>(() => queues.delete(name));
    queues.set(name, queue);
    return queue.add(id, item, work);
  };
}

class MicroBatcher<Item, Answer> {
  #waiting = new Map<string, Waiting<Item, Answer>>();
  #later: (() => void)[] = [];
  #underWay = 0;
  readonly #onIdle: () => void;

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  add(id: string, item: Item, work: Work<Item, Answer>): Promise<Answer> {
    return new Promise((resolve) => {
      const enter = () => {
        if (this.#waiting.has(id) || this.#waiting.size === GATHERED_AT_MOST) {
          this.#later.push(enter);
          return;
        }
        this.#waiting.set(id, { item, settle: resolve });
        this.#start(work);
      };
      enter();
    });
  }

  #start(work: Work<Item, Answer>): void {
    if (this.#underWay === UNDER_WAY_AT_MOST || this.#waiting.size === 0) return;
    this.#underWay += 1;
    const taken = [...this.#waiting.values()];
    this.#waiting = new Map();
    void this.#serve(taken, work).finally(() => {
      this.#underWay -= 1;
      const later = this.#later;
      this.#later = [];
      for (const enter of later) enter();
      this.#start(work);
      if (this.#underWay === 0) this.#onIdle();
    });
  }

  async #serve(taken: readonly Waiting<Item, Answer>[], work: Work<Item, Answer>): Promise<void> {
    try {
      const answers = await work(taken.map(({ item }) => item));
      for (const [at, { settle }] of taken.entries()) settle(Promise.resolve(one(answers[at])));
    } catch {
      for (const { item, settle } of taken) {
        const alone = work([item]).then(([answer]) => one(answer));
        settle(alone);
        await alone.catch(() => undefined);
      }
    }
  }
}

function one<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error("one of the gathered has no answer");
  return answer;
}

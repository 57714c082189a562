/** A task that waits for its turn. */
export interface Waiting {
  /** Whose it is: nobody's tasks stand in front of everybody's. */
  readonly whose: string;
  /** Needs much memory: no other of these runs beside it. */
  readonly alone: boolean;
}

export interface QueueLimits {
  readonly waiting: number;
  /** Of one person. */
  readonly waitingOfOne: number;
}

/**
 * Tasks in the order in which they run: the person who was served longest ago comes first, and has one
 * at a time.
 */
export class WorkQueue<Task extends Waiting> {
  readonly #limits: QueueLimits;
  readonly #waiting = new Map<string, Task[]>();
  readonly #running = new Set<Task>();
  #count = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** False when too many wait already. */
  add(task: Task): boolean {
    const own = this.#waiting.get(task.whose) ?? [];
    if (this.#count >= this.#limits.waiting || own.length >= this.#limits.waitingOfOne)
      return false;
    own.push(task);
    this.#waiting.set(task.whose, own);
    this.#count += 1;
    return true;
  }

  /** The next task that may run beside those that do. */
  take(): Task | null {
    const isAlone = [...this.#running].some(({ alone }) => alone);
    for (const [whose, own] of this.#waiting) {
      const [task] = own;
      if (task === undefined || (task.alone && isAlone)) continue;
      if ([...this.#running].some((running) => running.whose === whose)) continue;
      this.remove(task);
      // Behind everybody else.
      const rest = this.#waiting.get(whose);
      if (rest !== undefined) {
        this.#waiting.delete(whose);
        this.#waiting.set(whose, rest);
      }
      this.#running.add(task);
      return task;
    }
    return null;
  }

  /** A task that waits no longer. */
  remove(task: Task): void {
    const own = this.#waiting.get(task.whose);
    const at = own?.indexOf(task) ?? -1;
    if (own === undefined || at === -1) return;
    own.splice(at, 1);
    this.#count -= 1;
    if (own.length === 0) this.#waiting.delete(task.whose);
  }

  end(task: Task): void {
    this.#running.delete(task);
  }
}

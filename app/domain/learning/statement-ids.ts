/** How statements of our own are named: the same act has the same id, and strangers cannot work it out. */
export interface StatementIds {
  /** @param name what the act is called by those who know of it (`idOf`): of an account, a course, a lesson */
  readonly of: (name: string) => string;
  /** Under which the same act may have been kept before: by earlier secrets and, at first, by its name alone. */
  readonly earlier: (name: string) => readonly string[];
}

/** The tenants whose rows a transaction may touch, by id; row-level security holds it to that. */
export type Scope = "everywhere" | readonly string[];

/** `app.communes` as row-level security reads it. */
export function scopeText(scope: Scope): string {
  return scope === "everywhere" ? "*" : scope.join(",");
}

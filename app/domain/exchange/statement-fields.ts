/** A statement's JSON, or a part of it, as it was kept; its shape was checked when it was stored. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readFields(text: string): Fields {
  const value: unknown = JSON.parse(text);
  if (!isFields(value)) throw new Error("a kept statement is no object");
  return value;
}

/** A member that is an object; {} when it is not there. */
export function fieldsOf(value: Fields, key: string): Fields {
  const member = value[key];
  return isFields(member) ? member : {};
}

/** A member that is a text; "" when it is not there. */
export function textOf(value: Fields, key: string): string {
  const member = value[key];
  return typeof member === "string" ? member : "";
}

/** The objects of a member that is one or a list of them. */
export function listOf(value: Fields, key: string): readonly Fields[] {
  const member = value[key];
  return (Array.isArray(member) ? member : [member]).filter((one) => isFields(one));
}

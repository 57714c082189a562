import { z } from "zod";

import type { FaultOf, FaultTable } from "#app/domain/kernel/index.ts";

type FieldOf<Faults> = Exclude<keyof Faults & string, "form">;

type IsList<Input, Field> = Field extends keyof Input
  ? NonNullable<Input[Field]> extends readonly unknown[]
    ? true
    : false
  : false;

/** What was typed, as it came: a text for each field, a list of texts where several can be chosen. */
export type Typed<Input, Field extends string> = {
  readonly [Each in Field]: IsList<Input, Each> extends true ? readonly string[] : string;
};

/** What a field of the kit needs to know; limits are those of the schema. */
export interface TextProps {
  readonly name: string;
  readonly id: string;
  readonly defaultValue: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly maxLength: number | undefined;
}

export interface ListProps {
  readonly name: string;
  readonly id: string;
  readonly defaultValues: readonly string[];
  readonly error: string | undefined;
}

export type FormFields<Input, Field extends string> = {
  readonly [Each in Field]: IsList<Input, Each> extends true ? ListProps : TextProps;
};

/** The bundles of props that a form's `view` makes. */
export type FieldsOf<Form extends { view: (...given: never[]) => { fields: unknown } }> =
  ReturnType<Form["view"]>["fields"];

interface FormView<Input, Field extends string> {
  readonly fields: FormFields<Input, Field>;
  /** For the summary, in the order of the page. */
  readonly errors: readonly { readonly name: string | undefined; readonly message: string }[];
}

/** A posted form, or the query of an address. */
interface Sent {
  getAll(name: string): readonly unknown[];
}

interface ViewOptions<Field extends string> {
  /** Of fields whose name another form of the page has too. */
  readonly ids?: Partial<Readonly<Record<Field, string>>>;
}

interface FormOptions<Field extends string> {
  /** Fields whose text is never sent back, as passwords and PINs. */
  readonly secrets?: readonly Field[];
}

/** Of a field that names no limit above it; what is typed beyond it is judged and not sent back. */
const TEXT_AT_MOST = 20_000;
const TEXTS_AT_MOST = 1_000;

/**
 * One form from its domain's schema to its markup. `faults` are the domain's codes by field, `names` what
 * the fields are called in the page and in the order of the page; "entry.kind" is a field of a nested
 * object. Keys of the schema that are no fields are handed to `read` by the route.
 */
export function defineForm<Input, Value, const Faults extends FaultTable>(
  schema: z.ZodType<Value, Input>,
  faults: Faults,
  names: Readonly<Record<keyof Faults & string, string>>,
  { secrets = [] }: FormOptions<FieldOf<Faults>> = {},
) {
  type Code = FaultOf<Faults>;
  type Field = FieldOf<Faults>;
  type TypedForm = Typed<Input, Field>;
  const fields = Object.keys(names).filter((field) => field !== "form");
  const limits = new Map(fields.map((field) => [field, limitsOf(schema, field)]));
  const isList = (field: string) => limits.get(field)?.isList === true;
  const anchors = Object.keys(names).flatMap((field) =>
    (faults[field] ?? []).map((code) => [code, field] as const),
  );
  const fieldOfCode = new Map<string, string>(anchors);
  const isSecret = (field: string) => secrets.some((secret) => secret === field);
  const blank = typedFrom(sentIn(new FormData()));
  const required = new Set(issuesOf(schema.safeParse(nested(blank))).map(({ field }) => field));

  function sentIn(form: Sent): readonly (readonly [field: string, texts: readonly string[]])[] {
    return fields.map((field) => {
      const sent = form.getAll(names[field] ?? field);
      return [field, sent.filter((text) => typeof text === "string")] as const;
    });
  }

  function valueOf(field: string, texts: readonly string[]): string | readonly string[] {
    return isList(field) ? texts : (texts[0] ?? "");
  }

  function typedFrom(sent: ReturnType<typeof sentIn>): TypedForm {
    const typed = sent.map(([field, texts]) => {
      const most = Math.max(TEXT_AT_MOST, limits.get(field)?.maxLength ?? 0);
      const kept = texts.slice(0, TEXTS_AT_MOST).map((text) => text.slice(0, most));
      return [field, valueOf(field, isSecret(field) ? [] : kept)];
    });
    return Object.fromEntries(typed);
  }

  function issuesOf(read: z.ZodSafeParseResult<Value>) {
    return (read.error?.issues ?? []).map(({ path, message }) => ({
      field: fieldAt(fields, path),
      message,
    }));
  }

  /** The code that an issue names; else the general one of its field, so that nothing goes unsaid. */
  function codeOf({ field, message }: { field: string | undefined; message: string }): string {
    if (fieldOfCode.has(message)) return message;
    const general = faults[field ?? "form"] ?? faults[fields[0] ?? "form"];
    return general?.[0] ?? message;
  }

  function inOrder(codes: readonly string[]): readonly Code[] {
    const found = new Set(codes);
    return [...fieldOfCode.keys()].filter((code): code is Code => found.has(code));
  }

  return {
    blank,
    /** The form as the domain takes it, or what is wrong in it; always with what was typed. */
    read(form: Sent, given: Partial<Readonly<Record<keyof Input, unknown>>> = {}) {
      const sent = sentIn(form);
      const typed = typedFrom(sent);
      const values = Object.fromEntries(
        sent.map(([field, texts]) => [field, valueOf(field, texts)]),
      );
      const read = schema.safeParse({ ...nested(values), ...given });
      if (read.success) return { typed, value: read.data, faults: [] };
      return { typed, value: null, faults: inOrder(issuesOf(read).map((issue) => codeOf(issue))) };
    },
    /** What the page shows: a bundle of props for each field, and the summary. */
    view(
      /** What was refused, or what stands in the fields; nothing: they are empty. */
      shown: { readonly typed: TypedForm; readonly faults?: readonly Code[] } | undefined,
      words: Readonly<Record<Code, string>>,
      { ids = {} }: ViewOptions<Field> = {},
    ): FormView<Input, Field> {
      const codes = inOrder(shown?.faults ?? []);
      const messages = new Map<string, string>(Object.entries(words));
      const idOf = (field: string) => new Map(Object.entries(ids)).get(field) ?? names[field] ?? "";
      const propsOf = (field: string) => {
        const code = codes.find((each) => fieldOfCode.get(each) === field);
        const error = code === undefined ? undefined : messages.get(code);
        const common = { name: names[field] ?? field, id: idOf(field), error };
        const typed = new Map<string, unknown>(Object.entries(shown?.typed ?? blank)).get(field);
        if (isList(field)) return { ...common, defaultValues: typed };
        const { maxLength } = limits.get(field) ?? {};
        return { ...common, defaultValue: typed, required: required.has(field), maxLength };
      };
      const bundles = fields.map((field) => [field, propsOf(field)]);
      return {
        fields: Object.fromEntries(bundles),
        errors: codes.map((code) => ({
          name: idOf(fieldOfCode.get(code) ?? "form") || undefined,
          message: messages.get(code) ?? code,
        })),
      };
    },
  };
}

/** The field that an issue's path lies in. */
function fieldAt(fields: readonly string[], path: readonly PropertyKey[]): string | undefined {
  const text = path.join(".");
  return fields.find((field) => text === field || text.startsWith(`${field}.`));
}

/** Whether a field takes several values, and its narrowest limit before or after it is cleaned. */
function limitsOf(schema: z.ZodType, field: string) {
  const steps = field.split(".").reduce((found, key) => stepsOf(found, key), [schema]);
  const plain = stepsOf(steps);
  const most = plain.flatMap((step) => (step instanceof z.ZodString ? (step.maxLength ?? []) : []));
  return {
    isList: plain[0] instanceof z.ZodArray,
    maxLength: most.length === 0 ? undefined : Math.min(...most),
  };
}

/** What a value goes through on its way, in order; with a key: that member of the objects among them. */
function stepsOf(schemas: readonly unknown[], key?: string): z.ZodType[] {
  return schemas.flatMap((schema): z.ZodType[] => {
    if (schema instanceof z.ZodPipe) return stepsOf([schema.in, schema.out], key);
    if (schema instanceof z.ZodDefault) return stepsOf([schema.unwrap()], key);
    if (!(schema instanceof z.ZodType)) return [];
    if (key === undefined) return [schema];
    const member: unknown = schema instanceof z.ZodObject ? schema.shape[key] : undefined;
    return member instanceof z.ZodType ? [member] : [];
  });
}

/** "entry.kind" as a key of the object "entry". */
function nested(typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [field, text] of Object.entries(typed)) {
    const [key = "", inner] = field.split(".");
    value[key] = inner === undefined ? text : { ...Object(value[key]), [inner]: text };
  }
  return value;
}

import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { z } from "zod";

import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { SelectField, TextArea, TextField } from "#app/kit/field.tsx";
import { defineForm } from "#app/kit/form.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";

const LENGTHS = { name: 12, story: 40 };
const COLOURS = ["red", "green", "blue"];

const schema = z.object({
  id: z.uuid(),
  name: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, "name-missing").max(LENGTHS.name, "name-long")),
  story: z.string().max(LENGTHS.story, "story-long"),
  colours: z.array(z.enum(COLOURS)).max(2, "colours-many"),
  size: z.enum(["small", "large"]),
  start: z.object({ kind: z.enum(["now", "later"]), day: z.string() }),
});

const FAULTS = {
  name: ["name-missing", "name-long", "name-taken"],
  story: ["story-long"],
  colours: ["colours-wrong", "colours-many"],
  size: ["size-missing"],
  "start.kind": ["start-missing"],
  "start.day": ["day-wrong"],
  form: ["stale"],
} as const;
const CODES = Object.values(FAULTS).flat();
const WORDS = z
  .record(z.enum(CODES), z.string())
  .parse(Object.fromEntries(CODES.map((code) => [code, `Sentence of ${code}.`])));

const form = defineForm(schema, FAULTS, {
  name: "ten",
  story: "chuyen",
  colours: "mau",
  size: "co",
  "start.kind": "luc",
  "start.day": "ngay",
  form: "dau-trang",
});
const GIVEN = { id: "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001" };

function posted(typed: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    for (const text of [value].flat()) data.append(name, text);
  }
  return data;
}

const FINE = { ten: "Mỷ", chuyen: "", mau: ["red"], co: "small", luc: "now", ngay: "" };

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

function drawn(shown: Parameters<typeof form.view>[0]): string {
  const { fields, errors } = form.view(shown, WORDS);
  return renderToStaticMarkup(
    <>
      <ErrorSummary title="To mend" errors={errors} />
      <TextField {...fields.name} label="Name" />
      <TextArea {...fields.story} label="Story" />
      <ChoiceGroup
        {...fields.colours}
        type="checkbox"
        legend="Colours"
        options={options(COLOURS)}
      />
      <SelectField {...fields.size} label="Size" options={options(["small", "large"])} />
      <ChoiceGroup
        {...fields["start.kind"]}
        type="radio"
        legend="Start"
        options={options(["now", "later"])}
      />
      <TextField {...fields["start.day"]} label="Day" />
    </>,
  );
}

/** The value of an attribute, or "". */
const attribute = (tag: string, name: string) =>
  new RegExp(` ${name}="(?<value>[^"]*)"`, "iu").exec(tag)?.groups?.["value"] ?? "";

/** As an attribute or a text has it in markup. */
function escaped(text: string): string {
  return renderToStaticMarkup(<i title={text} />).slice('<i title="'.length, -'"></i>'.length);
}

const line = fc.string({ unit: "grapheme", maxLength: 60 });

test("whatever was typed in any kind of field stands there again when the form was refused", () => {
  fc.assert(
    fc.property(
      line,
      line,
      fc.subarray(COLOURS),
      fc.constantFrom("small", "large"),
      fc.constantFrom("now", "later"),
      line,
      (ten, chuyen, mau, co, luc, ngay) => {
        const { typed } = form.read(posted({ ten, chuyen, mau, co, luc, ngay }), GIVEN);
        const markup = drawn({ typed, faults: ["name-taken"] });
        expect(markup).toContain(`value="${escaped(ten)}"`);
        // React begins a text area with a line break of its own when the text begins with one.
        expect(markup).toContain(`${escaped(chuyen)}</textarea>`);
        expect(markup.match(/checked="" value="(?:red|green|blue)"/gu) ?? []).toHaveLength(
          mau.length,
        );
        expect(markup).toContain(`<option value="${co}" selected="">`);
        expect(markup).toContain(`checked="" value="${luc}"`);
        expect(markup).toContain(`value="${escaped(ngay)}"`);
      },
    ),
  );
});

test("what is wrong is always said, in the summary and at its field", () => {
  const text = fc.oneof(line, fc.constantFrom("", "small", "now", "red"));
  const broken = fc.record(
    {
      ten: text,
      chuyen: text,
      mau: fc.array(text, { maxLength: 4 }),
      co: text,
      luc: text,
      ngay: text,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(broken, (sent) => {
      const read = form.read(posted(sent), GIVEN);
      if (read.value !== null) return;
      expect(read.faults.length).toBeGreaterThan(0);
      const markup = drawn(read);
      for (const code of read.faults) expect(markup).toContain(`">${escaped(WORDS[code])}</a>`);
      const links = [...markup.matchAll(/href="#(?<id>[^"]+)"/gu)].map(
        ({ groups }) => groups?.["id"],
      );
      for (const id of links) {
        expect(markup).toContain(`id="${id}"`);
        expect(markup).toContain(`id="${id}-error"`);
      }
    }),
  );
});

test("every code of the form has a place to lead to, whoever found it", () => {
  for (const code of CODES) {
    const { errors } = form.view({ typed: form.blank, faults: [code] }, WORDS);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toBe(WORDS[code]);
    expect(errors[0]?.name).toMatch(/^(?:ten|chuyen|mau|co|luc|ngay|dau-trang)$/u);
  }
});

test("what the route handed over wrongly is said about the form as a whole", () => {
  expect(form.read(posted(FINE), { id: "none" }).faults).toEqual(["stale"]);
});

test("faults are told in the order of the page", () => {
  expect(form.read(posted({ ten: "", mau: "pink" }), GIVEN).faults).toEqual([
    "name-missing",
    "colours-wrong",
    "size-missing",
    "start-missing",
  ]);
});

test("limits in the markup are those of the schema: the longest text passes, one more does not", () => {
  const markup = drawn(undefined);
  const tags = markup.match(/<(?:input|textarea)[^>]*>/gu) ?? [];
  const found = tags.flatMap((tag) => {
    const most = attribute(tag, "maxLength");
    return most === "" ? [] : [[attribute(tag, "name"), Number(most)] as const];
  });
  expect(found).toEqual([
    ["ten", LENGTHS.name],
    ["chuyen", LENGTHS.story],
  ]);
  for (const [name, most] of found) {
    const sent = (length: number) =>
      form.read(posted({ ...FINE, [name]: "a".repeat(length) }), GIVEN).faults;
    expect(sent(most)).toEqual([]);
    expect(sent(most + 1)).toHaveLength(1);
  }
});

test("a field is required in the markup when the schema refuses it empty", () => {
  const { fields } = form.view(undefined, WORDS);
  const required = Object.entries(fields).filter(([, props]) => "required" in props);
  for (const [field, props] of required) {
    const { faults } = form.read(posted({ ...FINE, [props.name]: "" }), GIVEN);
    expect([field, faults.length > 0]).toEqual([field, "required" in props && props.required]);
  }
});

test("a text without end is not sent back whole, nor a list without end", () => {
  const long = form.read(posted({ ...FINE, chuyen: "a".repeat(60_000) }), GIVEN);
  expect(long.faults).toEqual(["story-long"]);
  expect(long.typed.story.length).toBeLessThan(30_000);
  const many = form.read(posted({ ...FINE, mau: Array.from({ length: 5_000 }, () => "red") }));
  expect(many.typed.colours.length).toBeLessThan(2_000);
});

test("a file where a text belongs is no text", () => {
  const data = posted({ ...FINE, ten: [] });
  data.append("ten", new File(["a"], "a.txt"));
  expect(form.read(data, GIVEN)).toMatchObject({ typed: { name: "" }, faults: ["name-missing"] });
});

test("a password is read, and never sent back", () => {
  const signIn = defineForm(
    z.object({
      user: z.string().min(1, "user-missing"),
      secret: z.string().min(4, "secret-short"),
    }),
    { user: ["user-missing"], secret: ["secret-short"] },
    { user: "ten", secret: "mat-khau" },
    { secrets: ["secret"] },
  );
  const { typed, value } = signIn.read(posted({ ten: "Mỷ", "mat-khau": "nghiêm ngặt" }));
  expect(value).toEqual({ user: "Mỷ", secret: "nghiêm ngặt" });
  expect(typed).toEqual({ user: "Mỷ", secret: "" });
});

test("what is too long to be sent back is judged whole, never cut and taken", () => {
  const lines = defineForm(
    z.object({ lines: z.string().refine((text) => text.endsWith("end"), "end-missing") }),
    { lines: ["end-missing"] },
    { lines: "dong" },
  );
  const { typed, value } = lines.read(posted({ dong: `${"a".repeat(40_000)}end` }));
  expect(typed.lines.length).toBeLessThan(30_000);
  expect(value?.lines).toHaveLength(40_003);
});

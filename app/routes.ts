import type { RouteConfig } from "@remix-run/route-config";

/**
 * The one map of addresses: each screen's folder under app/pages, and where people find it. `href()` makes
 * every link out of it. A screen that shows nothing but a file or sends on stands in RESOURCES.
 * ":desk(ban-xet|tinh)" is one screen at several desks.
 */
const PAGES = {
  "public/front": "/",
  "public/find-commune": "/tim-xa",
  "public/check": "/kiem-tra",
  "public/check-recognition": "/kiem-tra/:code",
  "public/check-certificate": "/kiem-tra/khoa-hoc/:code",
  "public/check-badge": "/kiem-tra/huy-hieu",
  "public/no-signal": "/khong-co-mang",
  "learn/catalogue": "/hoc",
  "learn/course": "/hoc/:course",
  "learn/glossary": "/hoc/:course/tu-kho",
  "learn/group-sheet": "/hoc/:course/day-nhom",
  "learn/lesson": "/hoc/:course/:lesson",
  "learn/practice": "/hoc/:course/:lesson/viec-da-lam",
  "learn/quiz": "/hoc/:course/:lesson/cau-hoi",
  "learn/result": "/hoc/:course/:lesson/ket-qua/:attempt",
  "learn/package": "/hoc/goi/:course",
  "learn/who-helps": "/hoc/nguoi-giup",
  "learn/plan": "/ke-hoach",
  "portfolio/book": "/so-hoc-tap",
  "portfolio/evidence": "/so-hoc-tap/minh-chung/:evidence",
  "portfolio/evidence-new": "/so-hoc-tap/minh-chung/moi",
  "portfolio/assessment": "/tu-danh-gia",
  "portfolio/indicator": "/tu-danh-gia/:indicator",
  "portfolio/certificates": "/giay-khoa-hoc",
  "account/sign-in": "/dang-nhap",
  "account/phone-learners": "/dang-nhap/nguoi-hoc",
  "account/settings": "/cach-xem",
  "account/overview": "/tai-khoan",
  "account/picture": "/tai-khoan/hinh",
  "account/on-this-phone": "/tren-may",
  "account/sealed-work": "/nhan-bai",
  "classes/list": "/lop",
  "classes/class": "/lop/:meeting",
  "classes/lesson": "/lop/:meeting/bai",
  "classes/roll-call": "/lop/:meeting/diem-danh",
  "classes/closing": "/lop/:meeting/ket-thuc",
  "authoring/list": "/soan-bai",
  "authoring/lesson": "/soan-bai/:course/:lesson",
  "office/queue": "/ban-xet",
  "office/bulk-review": "/ban-xet/dot-xet/:act",
  "office/case": "/ban-xet/ho-so/:assessment",
  "office/people": "/ban-xet/nguoi-dan",
  "office/person": "/ban-xet/nguoi-dan/:person",
  "office/person-new": "/ban-xet/nguoi-dan/moi",
  "office/person-edit": "/ban-xet/nguoi-dan/:person/sua",
  "office/person-residence": "/ban-xet/nguoi-dan/:person/noi-o",
  "office/villages": "/ban-xet/thon",
  "office/needs": "/:desk(ban-xet|xac-nhan)/nhu-cau",
  "office/decisions": "/ban-xet/quyet-dinh",
  "office/decision": "/ban-xet/quyet-dinh/:decision",
  "office/register": "/ban-xet/so-dang-ky",
  "office/coverage": "/:desk(ban-xet|tinh)/khoa-hoc",
  "office/certificates": "/:desk(ban-xet|tinh)/giay-khoa-hoc",
  "office/records": "/:desk(ban-xet|tinh)/ban-ghi",
  "office/record": "/:desk(ban-xet|tinh)/ban-ghi/:statement",
  "office/access-log": "/:desk(ban-xet|tinh)/ban-ghi/nhat-ky",
  "office/record-tables": "/:desk(ban-xet|tinh)/ban-ghi-xuat",
  "office/village": "/xac-nhan",
  "office/village-person": "/xac-nhan/:person",
  "office/province": "/tinh",
  "office/forwards": "/tinh/chuyen-tiep",
  "office/forward": "/tinh/chuyen-tiep/:forward",
  "office/forward-new": "/tinh/chuyen-tiep/moi",
  "office/packages": "/tinh/goi-hoc",
  "office/package": "/tinh/goi-hoc/:package",
  "office/clients": "/tinh/kho-ghi",
  "office/client": "/tinh/kho-ghi/:client",
  "office/client-revoke": "/tinh/kho-ghi/:client/thu-hoi",
  "office/client-new": "/tinh/kho-ghi/moi",
  "office/operation": "/tinh/van-hanh",
} as const;

const RESOURCES = {
  "public/badge-status-list": "/huy-hieu/danh-sach/:list",
  "public/badge-achievement": "/huy-hieu/khoa-hoc/:course",
  "public/badge-key": "/huy-hieu/khoa/:key.json",
  "public/badge-keys": "/huy-hieu/khoa.json",
  "public/badge-issuer": "/huy-hieu/to-chuc.json",
  "learn/package-reopen": "/hoc/goi/mo-lai/:code",
  "learn/plan-reminders": "/ke-hoach/nhac",
  "account/sign-in-on-phone": "/dang-nhap/toi",
  "account/sign-out": "/dang-xuat",
  "files/decision-pdf": "/ban-xet/quyet-dinh/:decision.pdf",
  "files/person-portfolio-pdf": "/ban-xet/so-hoc-tap/:person.pdf",
  "files/certificate-json": "/giay-khoa-hoc/:certificate.json",
  "files/certificate-jwt": "/giay-khoa-hoc/:certificate.jwt",
  "files/certificate-pdf": "/giay-khoa-hoc/:certificate.pdf",
  "files/recognition-pdf": "/giay/:entry.pdf",
  "files/own-course-state": "/hoc/:course/cua-toi",
  "files/course-pack": "/hoc/:course/goi-tai",
  "files/sealed-work": "/gui-bai",
  "files/plan-pdf": "/ke-hoach.pdf",
  "files/course-media": "/khoa-hoc/:course/media/:file",
  "files/class-list-pdf": "/lop/:meeting/danh-sach.pdf",
  "files/evidence-photo": "/so-hoc-tap/anh/:evidence",
  "files/portfolio-pdf": "/so-hoc-tap.pdf",
  "office/record-tables-file": "/:desk(ban-xet|tinh)/ban-ghi-xuat/tep",
} as const;

const ADDRESSES = { ...PAGES, ...RESOURCES };

/** A screen by its folder under app/pages. */
export type Screen = keyof typeof ADDRESSES;

type ParamOf<Pattern extends string> = Pattern extends `${infer Head}/${infer Rest}`
  ? ParamOf<Head> | ParamOf<Rest>
  : Pattern extends `:${infer Name}`
    ? NameOf<Name>
    : never;

/** Without the choices or the ending of a file behind it. */
type NameOf<Segment extends string> = Segment extends `${infer Name}(${string}`
  ? Name
  : Segment extends `${infer Name}.${string}`
    ? Name
    : Segment;

type Params<S extends Screen> = Readonly<Record<ParamOf<(typeof ADDRESSES)[S]>, string>>;

/** The address of a screen; each parameter is percent-encoded. Phones of the floor know no replaceAll. */
export function href<S extends Screen>(
  screen: S,
  ...[params]: ParamOf<(typeof ADDRESSES)[S]> extends never ? [] : [params: Params<S>]
): string {
  const values: Readonly<Record<string, string>> = params ?? {};
  return ADDRESSES[screen].replace(/:(\w+)(?:\([^)]*\))?/gu, (_, name: string) =>
    encodeURIComponent(values[name] ?? ""),
  );
}

/** The address of a course of ours, or of a package's, whose id is written "goi/…". */
export function courseHref(id: string): string {
  const [course = "", ofPackage] = id.split("/");
  return ofPackage === undefined
    ? href("learn/course", { course })
    : href("learn/package", { course: ofPackage });
}

/** What a path of this screen names, by parameter; null for the path of another one. */
export function paramsOf<S extends Screen>(screen: S, path: string): Params<S> | null;
export function paramsOf(screen: Screen, path: string): Readonly<Record<string, string>> | null {
  const pattern = ADDRESSES[screen]
    .replace(/[.]/gu, "[.]")
    .replace(
      /:(\w+)(\([^)]*\))?/gu,
      (_, name: string, choices = "([^/]+)") => `(?<${name}>${String(choices).slice(1)}`,
    );
  const match = new RegExp(`^${pattern}/?$`, "u").exec(path);
  return match === null ? null : { ...match.groups };
}

/** The folder of a course's pictures and recordings; its files are named "media/qr.svg" in a course. */
export function courseFolder(course: string): string {
  return href("files/course-media", { course, file: "" }).replace(/\/media\/$/u, "");
}

/** A screen's folder, its pattern ("/hoc/:course"), and whether it has a page of its own. */
interface Listed {
  readonly screen: string;
  readonly pattern: string;
  readonly hasPage: boolean;
}

/** Every screen of the map. */
export function listScreens(): readonly Listed[] {
  return [...listed(PAGES, true), ...listed(RESOURCES, false)];
}

function listed(part: Readonly<Record<string, string>>, hasPage: boolean): readonly Listed[] {
  return Object.entries(part).flatMap(([screen, pattern]) => {
    const choices = /:\w+\(([^)]*)\)/u.exec(pattern);
    if (choices === null) return [{ screen, pattern, hasPage }];
    const [choice, names = ""] = choices;
    return names
      .split("|")
      .map((name) => ({ screen, pattern: pattern.replace(choice, name), hasPage }));
  });
}

const entries = listScreens().map(({ screen, pattern, hasPage }) => ({
  id: `${screen} ${pattern}`,
  path: pattern.slice(1),
  file: `pages/${screen}/route.${hasPage ? "tsx" : "ts"}`,
  index: pattern === "/",
}));
const isOfOffice = ({ id }: { readonly id: string }) => id.startsWith("office/");

/** An address below `path` that no screen has. */
const lost = (path: string) => ({
  id: `lost ${path}`,
  path,
  file: "pages/public/lost/route.tsx",
  index: false,
});
const offices = ["ban-xet", "xac-nhan", "tinh"] as const;

/** What Remix reads. Every page of an office stands in its frame, and so does what is missing there. */
export default [
  {
    file: "pages/public/shell/route.tsx",
    children: [
      ...entries.filter((entry) => !isOfOffice(entry)),
      {
        file: "pages/office/layout/route.tsx",
        children: [...entries.filter(isOfOffice), ...offices.map((office) => lost(`${office}/*`))],
      },
      lost("*"),
    ],
  },
] satisfies RouteConfig;

import { v5 } from "uuid";
import { z } from "zod";

import { type Day, PlaceId, searchKey } from "#app/domain/kernel/index.ts";

interface PlaceBase {
  readonly id: PlaceId;
  /** The kind word in lower case: "tỉnh", "xã", "phường", "đặc khu", "thôn", "bản", "tổ dân phố"… */
  readonly type: string;
  /** Without the kind word: "Bản Phố". */
  readonly name: string;
  readonly validFrom: Day;
  /** The first day on which it no longer was; null while it stands. */
  readonly validTo: Day | null;
}

export interface Province extends PlaceBase {
  readonly kind: "province";
  /** Code of the National Statistics Office, two digits; "" when it has none. */
  readonly code: string;
}

export interface Commune extends PlaceBase {
  readonly kind: "commune";
  /** Code of the National Statistics Office, five digits; "" when it has none. */
  readonly code: string;
  readonly provinceId: PlaceId;
  /** With its kind word: "Tỉnh Lào Cai". */
  readonly provinceName: string;
}

export interface Village extends PlaceBase {
  readonly kind: "village";
  readonly communeId: PlaceId;
  /** With its kind word: "Xã Bắc Hà". */
  readonly communeName: string;
  readonly provinceId: PlaceId;
  /** With its kind word: "Tỉnh Lào Cai". */
  readonly provinceName: string;
}

export type Place = Province | Commune | Village;

/** An old commune through which a commune of today was found. */
export interface OldCommune {
  /** With its kind word: "Xã Bản Phố". */
  readonly oldName: string;
  readonly oldDistrict: string;
  readonly oldProvince: string;
  /** In the words of the conversion table: "Nhập toàn bộ", "Nhập một phần", "Giữ nguyên"… */
  readonly how: string;
}

/** A commune of today that answers a search. */
export interface PlaceHit {
  readonly placeId: PlaceId;
  /** With its kind word: "Xã Bắc Hà". */
  readonly name: string;
  /** With its kind word: "Tỉnh Lào Cai". */
  readonly provinceName: string;
  readonly code: string;
  /** Null when its own name fits; otherwise the old communes that fit and went into it. */
  readonly via: readonly OldCommune[] | null;
}

/** "Xã Bản Phố", "Bản Lùng", "Tỉnh Lào Cai": as a place stands at the head of a line. */
export function placeTitle({ type, name }: Pick<Place, "type" | "name">): string {
  return `${type.slice(0, 1).toLocaleUpperCase("vi")}${type.slice(1)} ${name}`;
}

/** What a place is found by: its kind word and name in lower case without marks, "xa ban pho", "ea hleo". */
export function placeSearchName(text: string): string {
  return searchKey(text);
}

const ProvinceCode = z.string().regex(/^\d{2}$/u);
const CommuneCode = z.string().regex(/^\d{5}$/u);

/** Never changes: every database makes the same ids from the same codes. */
const NAMESPACE = "6f1c1d52-7a55-4b0e-9d0a-3f0c8e5b7a41";

/**
 * A province's id, made from the code it had when it was first loaded.
 * @param code of the National Statistics Office, two digits
 */
export function provinceIdOfCode(code: string): PlaceId {
  return PlaceId.parse(v5(`gso:province:${ProvinceCode.parse(code)}`, NAMESPACE));
}

/**
 * A commune's id, made from the code it had when it was first loaded.
 * @param code of the National Statistics Office, five digits
 */
export function communeIdOfCode(code: string): PlaceId {
  return PlaceId.parse(v5(`gso:commune:${CommuneCode.parse(code)}`, NAMESPACE));
}

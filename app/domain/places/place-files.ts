import { z } from "zod";

import { Day, type PlaceId } from "#app/domain/kernel/index.ts";

import { readCsv } from "./csv.ts";
import { communeIdOfCode, type OldCommune, placeSearchName, provinceIdOfCode } from "./place.ts";

/** The texts of the three files of `content/places`. */
export interface PlaceFiles {
  readonly provinces: string;
  readonly communes: string;
  readonly predecessors: string;
}

/** A province or commune as the files have it. */
export interface ListedPlace {
  readonly id: PlaceId;
  readonly type: string;
  readonly name: string;
  readonly searchName: string;
  /** Null for a province. */
  readonly provinceId: PlaceId | null;
  readonly code: string;
  readonly validFrom: Day;
}

export interface ListedPredecessor extends OldCommune {
  readonly communeId: PlaceId;
  /** "" where a whole district without communes became one (an island). */
  readonly oldCode: string;
  readonly oldSearchName: string;
  /** The first day on which the old commune no longer was. */
  readonly endedOn: Day;
}

export interface ListedPlaces {
  readonly provinces: readonly ListedPlace[];
  readonly communes: readonly ListedPlace[];
  readonly predecessors: readonly ListedPredecessor[];
}

const ProvinceRow = z.object({ code: z.string(), name: z.string(), valid_from: Day });

const CommuneRow = z.object({
  code: z.string(),
  kind: z.enum(["xã", "phường", "đặc khu"]),
  name: z.string().min(1),
  province_code: z.string(),
  valid_from: Day,
});

const PredecessorRow = z.object({
  commune_code: z.string(),
  commune_name: z.string(),
  old_code: z.string(),
  old_name: z.string(),
  old_district: z.string().min(1),
  old_province: z.string().min(1),
  how: z.string().min(1),
});

/** Reads the three files. Throws, naming what does not fit: they are the product's own. */
export function listedPlaces(files: PlaceFiles): ListedPlaces {
  const provinces = byCodeOf(
    readCsv("provinces.csv", files.provinces, ProvinceRow).map(provinceOf),
  );
  const communes = byCodeOf(readCsv("communes.csv", files.communes, CommuneRow).map(communeOf));
  const provinceIds = new Set([...provinces.values()].map(({ id }) => id));
  for (const { provinceId, code } of communes.values()) {
    if (provinceId === null || !provinceIds.has(provinceId)) {
      throw new Error(`communes.csv: no province for ${code}`);
    }
  }
  const predecessors = readCsv("predecessors.csv", files.predecessors, PredecessorRow).map(
    (row) => {
      const commune = communes.get(row.commune_code);
      if (commune === undefined) {
        throw new Error(`predecessors.csv: no commune ${row.commune_code}`);
      }
      return predecessorOf(row, commune);
    },
  );
  return { provinces: [...provinces.values()], communes: [...communes.values()], predecessors };
}

function byCodeOf(places: readonly ListedPlace[]): ReadonlyMap<string, ListedPlace> {
  const byCode = new Map<string, ListedPlace>();
  for (const place of places) {
    if (byCode.has(place.code)) throw new Error(`the code ${place.code} stands twice`);
    byCode.set(place.code, place);
  }
  return byCode;
}

function predecessorOf(
  row: z.output<typeof PredecessorRow>,
  commune: ListedPlace,
): ListedPredecessor {
  const oldDistrict = withoutCode(row.old_district);
  const oldName = capitalised(row.old_name.trim() || oldDistrict);
  return {
    communeId: commune.id,
    oldCode: row.old_code,
    oldName,
    oldSearchName: placeSearchName(oldName),
    oldDistrict,
    oldProvince: withoutCode(row.old_province),
    how: row.how,
    endedOn: commune.validFrom,
  };
}

const PROVINCE_TYPES = ["tỉnh", "thành phố"] as const;

function provinceOf({ code, name: title, ...row }: z.output<typeof ProvinceRow>): ListedPlace {
  const type = PROVINCE_TYPES.find((word) => title.toLowerCase().startsWith(`${word} `));
  if (type === undefined) throw new Error(`provinces.csv: no kind word in "${title}"`);
  return {
    id: provinceIdOfCode(code),
    type,
    name: title.slice(type.length + 1),
    searchName: placeSearchName(title),
    provinceId: null,
    code,
    validFrom: row.valid_from,
  };
}

function communeOf({ code, kind, name, ...row }: z.output<typeof CommuneRow>): ListedPlace {
  return {
    id: communeIdOfCode(code),
    type: kind,
    name,
    searchName: placeSearchName(`${kind} ${name}`),
    provinceId: provinceIdOfCode(row.province_code),
    code,
    validFrom: row.valid_from,
  };
}

/** "Huyện Bắc Hà (085)" without its code. */
function withoutCode(text: string): string {
  return text.replace(/\s*\(\d+\)$/u, "").trim();
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase("vi")}${text.slice(1)}`;
}

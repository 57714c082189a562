import { z } from "zod";

/** A UUID in lower case, as PostgreSQL prints it. */
export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u);

export const PersonId = Uuid.brand("PersonId");
export type PersonId = z.infer<typeof PersonId>;

export const AccountId = Uuid.brand("AccountId");
export type AccountId = z.infer<typeof AccountId>;

/** A province, a commune or a village. */
export const PlaceId = Uuid.brand("PlaceId");
export type PlaceId = z.infer<typeof PlaceId>;

/** What time and chance a use case may use; both are given, so a test can hold them still. */
export interface Clock {
  /** The instant now. */
  readonly now: () => Date;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

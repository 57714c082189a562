-- AlterTable
ALTER TABLE "person" ADD COLUMN     "ended_how" TEXT,
ADD COLUMN     "ended_on" DATE;

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "handed_at" TIMESTAMPTZ(3),
ADD COLUMN     "printed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "collective" ADD COLUMN     "code" TEXT,
ADD COLUMN     "valid_from" DATE,
ADD COLUMN     "valid_to" DATE;

-- CreateTable
CREATE TABLE "person_change" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "since" DATE,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_office" TEXT NOT NULL,

    CONSTRAINT "person_change_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "roster_import" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "file" BYTEA,
    "mapping" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_name" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT,

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "roster_row" (
    "commune_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "before" JSONB,

    CONSTRAINT "roster_row_pkey" PRIMARY KEY ("commune_id","import_id","sheet","row")
);

-- CreateTable
CREATE TABLE "data_request" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "asked_how" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "answer" TEXT,
    "settled_by_name" TEXT,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateIndex
CREATE INDEX "person_change_commune_id_person_id_at_idx" ON "person_change"("commune_id", "person_id", "at");

-- CreateIndex
CREATE INDEX "roster_import_commune_id_created_at_idx" ON "roster_import"("commune_id", "created_at");

-- CreateIndex
CREATE INDEX "roster_row_commune_id_person_id_idx" ON "roster_row"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "data_request_commune_id_person_id_idx" ON "data_request"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "person_national_id_hash_idx" ON "person"("national_id_hash");

-- CreateIndex
CREATE INDEX "collective_commune_id_kind_place_id_idx" ON "collective"("commune_id", "kind", "place_id");

-- CreateIndex
CREATE INDEX "collective_member_commune_id_person_id_idx" ON "collective_member"("commune_id", "person_id");

-- What Prisma cannot say.
ALTER TABLE person
  ADD CHECK ((ended_on IS NULL) = (ended_how IS NULL)),
  ADD CHECK (ended_how IN ('moved', 'died'));
ALTER TABLE person_change
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
ALTER TABLE roster_import
  ADD FOREIGN KEY (commune_id) REFERENCES place (id),
  ADD CHECK (state IN ('checked', 'confirmed', 'undone', 'dropped')),
  ADD CHECK (file IS NULL OR state = 'checked');
ALTER TABLE roster_row
  ADD FOREIGN KEY (commune_id, import_id) REFERENCES roster_import (commune_id, id),
  ADD CHECK (outcome IN ('new', 'filled', 'same'));
ALTER TABLE data_request
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD CHECK (kind IN ('copy', 'correct', 'withdraw', 'erase')),
  ADD CHECK ((settled_at IS NULL) = (outcome IS NULL));

SELECT guard_by_commune(guarded::regclass) FROM unnest(ARRAY[
  'person_change', 'roster_import', 'roster_row', 'data_request'
]) AS guarded;
SELECT make_append_only('person_change');

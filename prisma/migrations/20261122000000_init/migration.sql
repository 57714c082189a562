-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('province', 'commune', 'village');

-- CreateEnum
CREATE TYPE "birth_precision" AS ENUM ('day', 'month', 'year', 'unknown');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('female', 'male', 'unstated');

-- CreateEnum
CREATE TYPE "consent_giver" AS ENUM ('self', 'guardian');

-- CreateEnum
CREATE TYPE "office_role" AS ENUM ('village_attestor', 'commune_official', 'provincial_officer', 'promoter');

-- CreateEnum
CREATE TYPE "xapi_document_kind" AS ENUM ('state', 'activity_profile', 'agent_profile');

-- CreateEnum
CREATE TYPE "assessment_state" AS ENUM ('draft', 'submitted', 'returned', 'endorsed', 'verified', 'refused', 'recognised');

-- CreateEnum
CREATE TYPE "review_step" AS ENUM ('village', 'commune');

-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('endorsed', 'verified', 'returned', 'refused', 'reopened');

-- CreateEnum
CREATE TYPE "decision_state" AS ENUM ('draft', 'issued');

-- CreateEnum
CREATE TYPE "collective_kind" AS ENUM ('family', 'clan', 'village', 'commune', 'unit');

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "kind" "place_kind" NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "province_id" UUID,
    "commune_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_code" (
    "place_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "place_code_pkey" PRIMARY KEY ("place_id","system","code")
);

-- CreateTable
CREATE TABLE "place_predecessor" (
    "commune_id" UUID NOT NULL,
    "old_code" TEXT NOT NULL,
    "old_name" TEXT NOT NULL,
    "old_search_name" TEXT NOT NULL,
    "old_district" TEXT NOT NULL,
    "old_province" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "ended_on" DATE NOT NULL,

    CONSTRAINT "place_predecessor_pkey" PRIMARY KEY ("commune_id","old_code","how")
);

-- CreateTable
CREATE TABLE "loaded_data" (
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loaded_data_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "person" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_precision" "birth_precision" NOT NULL,
    "sex" "sex" NOT NULL,
    "languages" TEXT[],
    "citizen_group" TEXT NOT NULL,
    "national_id_cipher" BYTEA,
    "national_id_hash" BYTEA,
    "national_id_last4" TEXT,
    "guardian_id" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "given_by" "consent_giver" NOT NULL,
    "explained_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "account" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "card_code" TEXT NOT NULL,
    "phone" TEXT,
    "pin_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "commune_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "office_role" NOT NULL,
    "place_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "commune_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_office" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("commune_id","sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "commune_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("commune_id")
);

-- CreateTable
CREATE TABLE "xapi_statement" (
    "id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "commune_id" UUID,
    "actor_key" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "activity_id" TEXT,
    "registration" UUID,
    "timestamp" TIMESTAMPTZ(3) NOT NULL,
    "related_agent_keys" TEXT[],
    "related_activity_ids" TEXT[],
    "refers_to" UUID,
    "payload" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "xapi_statement_pkey" PRIMARY KEY ("id","stored")
) PARTITION BY RANGE ("stored");

-- CreateTable
CREATE TABLE "xapi_statement_key" (
    "id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "xapi_statement_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "xapi_voiding" (
    "target_id" UUID NOT NULL,
    "voider_id" UUID NOT NULL,
    "stored" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_voiding_pkey" PRIMARY KEY ("target_id","voider_id")
);

-- CreateTable
CREATE TABLE "xapi_activity" (
    "id" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "xapi_document" (
    "id" UUID NOT NULL,
    "commune_id" UUID,
    "kind" "xapi_document_kind" NOT NULL,
    "activity_id" TEXT,
    "agent_key" TEXT,
    "registration" UUID,
    "document_id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "xapi_attachment" (
    "sha2" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "length" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "xapi_attachment_pkey" PRIMARY KEY ("sha2")
);

-- CreateTable
CREATE TABLE "xapi_client" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "place_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "xapi_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "commune_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "content_version" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "minutes" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "best_scaled" DOUBLE PRECISION,
    "last_attempt_id" UUID,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("commune_id","person_id","course_id","lesson_id")
);

-- CreateTable
CREATE TABLE "course_progress" (
    "commune_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_act_at" TIMESTAMPTZ(3) NOT NULL,
    "lessons_done" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "final_scaled" DOUBLE PRECISION,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_progress_pkey" PRIMARY KEY ("commune_id","person_id","course_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "content_version" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "score_raw" INTEGER NOT NULL,
    "score_max" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "centre" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place_id" UUID NOT NULL,

    CONSTRAINT "centre_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "centre_class" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "centre_id" UUID,
    "title" TEXT NOT NULL,
    "course_id" TEXT,
    "promoter_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "centre_class_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "class_meeting" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,

    CONSTRAINT "class_meeting_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "commune_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "statement_id" UUID,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("commune_id","meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "indicators" TEXT[],
    "happened_on" DATE NOT NULL,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "attestation" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "criteria_set_id" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "attestor_person_id" UUID NOT NULL,
    "attestor_name" TEXT NOT NULL,
    "attestor_office" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "criteria_set" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "definition" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "criteria_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "criteria_set_id" TEXT NOT NULL,
    "submit_until" DATE NOT NULL,
    "decide_until" DATE NOT NULL,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "citizen_group" TEXT NOT NULL,
    "state" "assessment_state" NOT NULL,
    "scores" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "snapshot_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "assessment_snapshot" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_snapshot_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "review" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "step" "review_step" NOT NULL,
    "outcome" "review_outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "reviewer_person_id" UUID NOT NULL,
    "reviewer_name" TEXT NOT NULL,
    "reviewer_office" TEXT NOT NULL,
    "act_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "state" "decision_state" NOT NULL,
    "number" TEXT,
    "decided_on" DATE,
    "signer_name" TEXT NOT NULL,
    "signer_title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "decision_item" (
    "commune_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "decision_item_pkey" PRIMARY KEY ("commune_id","decision_id","ordinal")
);

-- CreateTable
CREATE TABLE "register_counter" (
    "commune_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "register_counter_pkey" PRIMARY KEY ("commune_id","series")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "register_number" TEXT NOT NULL,
    "public_code" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "birth_year" INTEGER,
    "village_name" TEXT NOT NULL,
    "commune_name" TEXT NOT NULL,
    "province_name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "criteria_set_id" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_title" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "revocation" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "register_entry_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "revoker_name" TEXT NOT NULL,
    "revoker_office" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "collective" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "collective_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "place_id" UUID NOT NULL,

    CONSTRAINT "collective_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "collective_member" (
    "commune_id" UUID NOT NULL,
    "collective_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "collective_member_pkey" PRIMARY KEY ("commune_id","collective_id","person_id","valid_from")
);

-- CreateTable
CREATE TABLE "collective_title" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "collective_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "register_number" TEXT,
    "decided_on" DATE,
    "criteria_set_id" TEXT NOT NULL,

    CONSTRAINT "collective_title_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "base_definition" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "percent" DOUBLE PRECISION NOT NULL,
    "legal_basis" TEXT NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "place_kind_search_name_idx" ON "place"("kind", "search_name");

-- CreateIndex
CREATE INDEX "place_province_id_kind_idx" ON "place"("province_id", "kind");

-- CreateIndex
CREATE INDEX "place_commune_id_idx" ON "place"("commune_id");

-- CreateIndex
CREATE INDEX "place_code_system_code_idx" ON "place_code"("system", "code");

-- CreateIndex
CREATE INDEX "place_predecessor_old_search_name_idx" ON "place_predecessor"("old_search_name");

-- CreateIndex
CREATE INDEX "person_commune_id_village_id_idx" ON "person"("commune_id", "village_id");

-- CreateIndex
CREATE INDEX "person_commune_id_search_name_idx" ON "person"("commune_id", "search_name");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_key" ON "person"("id");

-- CreateIndex
CREATE INDEX "consent_commune_id_person_id_idx" ON "consent"("commune_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_card_code_key" ON "account"("card_code");

-- CreateIndex
CREATE INDEX "account_phone_idx" ON "account"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "account_id_key" ON "account"("id");

-- CreateIndex
CREATE UNIQUE INDEX "account_commune_id_person_id_key" ON "account"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "office_commune_id_person_id_idx" ON "office"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "office_place_id_role_idx" ON "office"("place_id", "role");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "audit_entry_commune_id_subject_kind_subject_id_idx" ON "audit_entry"("commune_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "xapi_statement_actor_key_verb_sequence_idx" ON "xapi_statement"("actor_key", "verb", "sequence");

-- CreateIndex
CREATE INDEX "xapi_statement_commune_id_sequence_idx" ON "xapi_statement"("commune_id", "sequence");

-- CreateIndex
CREATE INDEX "xapi_statement_sequence_idx" ON "xapi_statement"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "xapi_client_key_key" ON "xapi_client"("key");

-- CreateIndex
CREATE INDEX "attempt_commune_id_person_id_course_id_lesson_id_idx" ON "attempt"("commune_id", "person_id", "course_id", "lesson_id");

-- CreateIndex
CREATE INDEX "class_meeting_commune_id_class_id_idx" ON "class_meeting"("commune_id", "class_id");

-- CreateIndex
CREATE INDEX "evidence_commune_id_person_id_idx" ON "evidence"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "attestation_commune_id_person_id_year_idx" ON "attestation"("commune_id", "person_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_province_id_year_key" ON "cycle"("province_id", "year");

-- CreateIndex
CREATE INDEX "assessment_commune_id_cycle_id_state_village_id_idx" ON "assessment"("commune_id", "cycle_id", "state", "village_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_commune_id_cycle_id_person_id_key" ON "assessment"("commune_id", "cycle_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_snapshot_commune_id_assessment_id_ordinal_key" ON "assessment_snapshot"("commune_id", "assessment_id", "ordinal");

-- CreateIndex
CREATE INDEX "review_commune_id_assessment_id_idx" ON "review"("commune_id", "assessment_id");

-- CreateIndex
CREATE INDEX "review_commune_id_act_id_idx" ON "review"("commune_id", "act_id");

-- CreateIndex
CREATE INDEX "decision_commune_id_cycle_id_idx" ON "decision"("commune_id", "cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_item_commune_id_assessment_id_key" ON "decision_item"("commune_id", "assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_public_code_key" ON "register_entry"("public_code");

-- CreateIndex
CREATE INDEX "register_entry_commune_id_person_id_idx" ON "register_entry"("commune_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_commune_id_series_number_key" ON "register_entry"("commune_id", "series", "number");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_commune_id_assessment_id_key" ON "register_entry"("commune_id", "assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "revocation_commune_id_register_entry_id_key" ON "revocation"("commune_id", "register_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "collective_title_commune_id_collective_id_year_title_key" ON "collective_title"("commune_id", "collective_id", "year", "title");

-- CreateIndex
CREATE UNIQUE INDEX "target_place_id_indicator_year_key" ON "target"("place_id", "indicator", "year");

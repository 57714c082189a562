-- AlterTable
ALTER TABLE "account" ADD COLUMN     "data_saver" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "easy_view" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "locale" TEXT,
ADD COLUMN     "picture" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "helper" TEXT;

-- AlterTable
ALTER TABLE "lesson_progress" ADD COLUMN     "helper" TEXT,
ADD COLUMN     "practised" TEXT[] NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "helper" TEXT,
ADD COLUMN     "questions" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN     "received_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "class_meeting" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "content_version" TEXT,
ADD COLUMN     "course_id" TEXT,
ADD COLUMN     "lesson_id" TEXT,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "place_id" UUID NOT NULL,
ADD COLUMN     "promoter_id" UUID NOT NULL,
ALTER COLUMN "class_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "how" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "lesson_version" (
    "course_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_version_pkey" PRIMARY KEY ("course_id","lesson_id","version")
);

-- CreateTable
CREATE TABLE "quiz_draw" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "content_version" TEXT NOT NULL,
    "assessed" BOOLEAN NOT NULL,
    "questions" TEXT[],
    "answers" JSONB NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "quiz_draw_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "phone_learner" (
    "commune_id" UUID NOT NULL,
    "phone_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "phone_learner_pkey" PRIMARY KEY ("commune_id","phone_id","account_id")
);

-- CreateTable
CREATE TABLE "phone_token" (
    "commune_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "phone_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "phone_token_pkey" PRIMARY KEY ("commune_id","token_hash")
);

-- CreateTable
CREATE TABLE "hand_in" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "phone_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "phone_time" TIMESTAMPTZ(3) NOT NULL,
    "offset_ms" BIGINT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "carried" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "hand_in_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "learning_plan" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "weekly_lessons" INTEGER NOT NULL,
    "days" TEXT[],
    "hour" TEXT,
    "courses" TEXT[],
    "reason" TEXT NOT NULL,
    "rest_from" DATE,
    "rest_until" DATE,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "learning_plan_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "village_need" (
    "commune_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "need" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "village_need_pkey" PRIMARY KEY ("commune_id","village_id","need")
);

-- CreateTable
CREATE TABLE "course_certificate" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "status_index" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "holder_name" TEXT NOT NULL,
    "course_title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "final_scaled" DOUBLE PRECISION,
    "course_version" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "course_certificate_pkey" PRIMARY KEY ("commune_id","id")
);

-- CreateTable
CREATE TABLE "course_certificate_revocation" (
    "commune_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "revoked_by_id" UUID NOT NULL,

    CONSTRAINT "course_certificate_revocation_pkey" PRIMARY KEY ("commune_id","certificate_id")
);

-- CreateTable
CREATE TABLE "group_answer" (
    "commune_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "hands" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_answer_pkey" PRIMARY KEY ("commune_id","meeting_id","question_id")
);

-- CreateIndex
CREATE INDEX "quiz_draw_commune_id_person_id_course_id_lesson_id_idx" ON "quiz_draw"("commune_id", "person_id", "course_id", "lesson_id");

-- CreateIndex
CREATE INDEX "phone_learner_phone_id_idx" ON "phone_learner"("phone_id");

-- CreateIndex
CREATE UNIQUE INDEX "phone_token_token_hash_key" ON "phone_token"("token_hash");

-- CreateIndex
CREATE INDEX "hand_in_commune_id_person_id_idx" ON "hand_in"("commune_id", "person_id");

-- CreateIndex
CREATE INDEX "learning_plan_commune_id_person_id_made_at_idx" ON "learning_plan"("commune_id", "person_id", "made_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_commune_id_account_id_idx" ON "push_subscription"("commune_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_certificate_code_key" ON "course_certificate"("code");

-- CreateIndex
CREATE UNIQUE INDEX "course_certificate_status_index_key" ON "course_certificate"("status_index");

-- CreateIndex
CREATE INDEX "course_certificate_commune_id_person_id_idx" ON "course_certificate"("commune_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_certificate_commune_id_person_id_course_id_id_key" ON "course_certificate"("commune_id", "person_id", "course_id", "id");

-- CreateIndex
CREATE INDEX "class_meeting_commune_id_promoter_id_idx" ON "class_meeting"("commune_id", "promoter_id");

-- CreateIndex
CREATE INDEX "attendance_commune_id_person_id_idx" ON "attendance"("commune_id", "person_id");

-- ---------------------------------------------------------------- what Prisma cannot say
ALTER TABLE account ADD CHECK (locale ~ '^[a-z]{2,3}$'), ADD CHECK (picture ~ '^[a-z-]{2,30}$');
ALTER TABLE quiz_draw
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
-- One quiz of a lesson is open for a person at a time, on whichever phone.
CREATE UNIQUE INDEX quiz_draw_open ON quiz_draw (commune_id, person_id, course_id, lesson_id)
  WHERE closed_at IS NULL;
ALTER TABLE phone_learner
  ADD FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id);
ALTER TABLE phone_token
  ADD FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id);
ALTER TABLE hand_in
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id),
  ADD CHECK (carried IN ('same-phone', 'other-phone', 'file', 'qr')),
  ADD CHECK (outcome IN ('recorded', 'same', 'already-judged', 'set-aside'));
ALTER TABLE learning_plan
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
  ADD CHECK (weekly_lessons BETWEEN 1 AND 21),
  ADD CHECK (rest_until >= rest_from);
ALTER TABLE push_subscription
  ADD FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id);
ALTER TABLE village_need
  ADD FOREIGN KEY (village_id) REFERENCES place (id),
  ADD FOREIGN KEY (commune_id, set_by_id) REFERENCES person (commune_id, id);
ALTER TABLE course_certificate
  ADD FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id);
CREATE SEQUENCE course_certificate_status AS integer MINVALUE 0 START 0;
-- Who revokes may live in another commune: an officer of the province does.
ALTER TABLE course_certificate_revocation
  ADD FOREIGN KEY (commune_id, certificate_id) REFERENCES course_certificate (commune_id, id);
ALTER TABLE class_meeting
  ADD FOREIGN KEY (commune_id, promoter_id) REFERENCES person (commune_id, id),
  ADD FOREIGN KEY (place_id) REFERENCES place (id),
  ADD CHECK ((course_id IS NULL) = (lesson_id IS NULL));
ALTER TABLE group_answer
  ADD FOREIGN KEY (commune_id, meeting_id) REFERENCES class_meeting (commune_id, id);
ALTER TABLE attendance ADD CHECK (how IN ('tapped', 'scanned'));

SELECT guard_by_commune(guarded::regclass) FROM unnest(ARRAY[
  'quiz_draw', 'phone_learner', 'phone_token', 'hand_in', 'learning_plan', 'push_subscription',
  'village_need', 'course_certificate', 'course_certificate_revocation', 'group_answer'
]) AS guarded;
GRANT SELECT, INSERT ON lesson_version TO nephoc_app;
GRANT USAGE ON SEQUENCE course_certificate_status TO nephoc_app;

SELECT make_append_only(kept::regclass) FROM unnest(ARRAY[
  'lesson_version', 'hand_in', 'course_certificate', 'course_certificate_revocation'
]) AS kept;

-- Courses that others made, by the specification cmi5: packages and their versions, registrations,
-- where each stands, and the sessions of their assignable units.

CREATE TABLE "package_course" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "lessons_total" INTEGER NOT NULL,

    CONSTRAINT "package_course_pkey" PRIMARY KEY ("id"),
    CHECK (lessons_total > 0)
);

CREATE TABLE "cmi5_package" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "publisher_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "cmi5_package_pkey" PRIMARY KEY ("id"),
    FOREIGN KEY (province_id) REFERENCES place (id)
);
CREATE UNIQUE INDEX "cmi5_package_province_id_publisher_id_key"
  ON "cmi5_package"("province_id", "publisher_id");

CREATE TABLE "cmi5_version" (
    "id" UUID NOT NULL,
    "package_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK (kind IN ('zip', 'xml')),
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL CHECK (minutes > 0),
    "title" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "cmi5_version_pkey" PRIMARY KEY ("id"),
    FOREIGN KEY (package_id) REFERENCES cmi5_package (id)
);
CREATE INDEX "cmi5_version_package_id_idx" ON "cmi5_version"("package_id");
-- A package and its first version come in one transaction.
ALTER TABLE cmi5_package
  ADD FOREIGN KEY (version_id) REFERENCES cmi5_version (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE "cmi5_registration" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "package_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "satisfied_blocks" TEXT[],
    "satisfied_at" TIMESTAMPTZ(3),

    CONSTRAINT "cmi5_registration_pkey" PRIMARY KEY ("commune_id","id"),
    FOREIGN KEY (commune_id, person_id) REFERENCES person (commune_id, id),
    FOREIGN KEY (commune_id, account_id) REFERENCES account (commune_id, id),
    FOREIGN KEY (package_id) REFERENCES cmi5_package (id),
    FOREIGN KEY (version_id) REFERENCES cmi5_version (id)
);
CREATE UNIQUE INDEX "cmi5_registration_id_key" ON "cmi5_registration"("id");
CREATE UNIQUE INDEX "cmi5_registration_commune_id_person_id_version_id_key"
  ON "cmi5_registration"("commune_id", "person_id", "version_id");

CREATE TABLE "cmi5_unit" (
    "commune_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "unit" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "waived_at" TIMESTAMPTZ(3),
    "best_scaled" DOUBLE PRECISION CHECK (best_scaled BETWEEN 0 AND 1),

    CONSTRAINT "cmi5_unit_pkey" PRIMARY KEY ("commune_id","registration_id","unit"),
    FOREIGN KEY (commune_id, registration_id) REFERENCES cmi5_registration (commune_id, id)
);

CREATE TABLE "cmi5_session" (
    "commune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "unit" UUID NOT NULL,
    "mode" TEXT NOT NULL CHECK (mode IN ('Normal', 'Browse', 'Review')),
    "code_hash" BYTEA NOT NULL,
    "token_hash" BYTEA,
    "launched_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "preferences_read_at" TIMESTAMPTZ(3),
    "verbs" TEXT[],
    "last_statement_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT CHECK (ending IN ('terminated', 'abandoned')),

    CONSTRAINT "cmi5_session_pkey" PRIMARY KEY ("commune_id","id"),
    FOREIGN KEY (commune_id, registration_id) REFERENCES cmi5_registration (commune_id, id),
    CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE UNIQUE INDEX "cmi5_session_code_hash_key" ON "cmi5_session"("code_hash");
CREATE UNIQUE INDEX "cmi5_session_token_hash_key" ON "cmi5_session"("token_hash");
CREATE INDEX "cmi5_session_commune_id_registration_id_idx"
  ON "cmi5_session"("commune_id", "registration_id");
-- One session of a registration is open at a time.
CREATE UNIQUE INDEX cmi5_session_open ON cmi5_session (commune_id, registration_id)
  WHERE ended_at IS NULL;

SELECT guard_by_commune(guarded::regclass)
FROM unnest(ARRAY['cmi5_registration', 'cmi5_unit', 'cmi5_session']) AS guarded;
GRANT SELECT, INSERT, UPDATE ON package_course, cmi5_package, cmi5_version TO nephoc_app;
SELECT make_append_only('cmi5_version');

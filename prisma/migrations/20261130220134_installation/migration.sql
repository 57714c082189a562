-- CreateTable
CREATE TABLE "installation_fact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_fact_pkey" PRIMARY KEY ("name")
);
INSERT INTO installation_fact (name, value) VALUES ('id', gen_random_uuid());
GRANT SELECT, INSERT, UPDATE ON installation_fact TO nephoc_app;

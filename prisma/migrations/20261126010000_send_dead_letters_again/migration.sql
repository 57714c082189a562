-- A person asks for a dead letter to be sent again; the forwarder takes it in its turn, so that the
-- asking is kept when the product stops meanwhile, and no page waits for another record store.

ALTER TABLE "xapi_dead_letter" ADD COLUMN "resend_asked_at" TIMESTAMPTZ(3);

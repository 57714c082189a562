import { PUBLIC_CODE_FAULTS, PublicCodeForm } from "#app/domain/kernel/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const codeForm = defineForm(PublicCodeForm, PUBLIC_CODE_FAULTS, { code: "ma" });

import { PICTURE_FAULTS, PictureForm } from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const pictureForm = defineForm(PictureForm, PICTURE_FAULTS, { picture: "hinh" });

// Where a phone can read codes, the code of a card is scanned; everywhere else it is typed.

interface CodeReader {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => CodeReader;
  }
}

/** Shows the button of a form that takes a card's code, where there is a camera and something to read with. */
export function offerScan(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-scan-card]");
  const Reader = window.BarcodeDetector;
  if (button === null || Reader === undefined || !("mediaDevices" in navigator)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    void scan(button, new Reader({ formats: ["qr_code"] })).finally(() => {
      button.disabled = false;
    });
  });
}

/** Looks through the camera until a code is seen, then sends it; a camera that is refused changes nothing. */
async function scan(button: HTMLButtonElement, reader: CodeReader): Promise<void> {
  const { form } = button;
  const field = form?.querySelector<HTMLInputElement>("input.input");
  if (!form || !field) return;
  const camera = { video: { facingMode: "environment" } };
  const stream = await navigator.mediaDevices.getUserMedia(camera).catch(() => null);
  if (stream === null) return;
  field.value = "";
  const view = document.createElement("video");
  view.muted = true;
  view.playsInline = true;
  view.srcObject = stream;
  button.after(view);
  await view.play();
  while (field.value === "" && view.isConnected) {
    const seen = await reader.detect(view).catch(() => []);
    field.value = seen[0]?.rawValue ?? "";
    await new Promise((again) => setTimeout(again, 150));
  }
  for (const track of stream.getTracks()) track.stop();
  view.remove();
  form.submit();
}

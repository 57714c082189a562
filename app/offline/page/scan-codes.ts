interface Detector {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    /** Reads QR codes, where the browser can. */
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Detector;
  }
}

const LOOK_EVERY_MS = 300;

/** A button that reads codes off another phone's screen into the field, one a line. */
export function offerToScan(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-scan]");
  const field = form?.querySelector("textarea");
  const Reader = window.BarcodeDetector;
  if (form === null || !field || Reader === undefined) return;
  const detector = new Reader({ formats: ["qr_code"] });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-plain";
  button.textContent = form.dataset["scan"] ?? "";
  button.addEventListener("click", () => {
    button.remove();
    void scan(form, field, detector);
  });
  form.prepend(button);
}

async function scan(
  form: HTMLFormElement,
  field: HTMLTextAreaElement,
  detector: Detector,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  const video = document.createElement("video");
  video.playsInline = true;
  video.srcObject = stream;
  video.style.width = "100%";
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  form.prepend(video, told);
  await video.play();
  const read = new Set(field.value.split("\n").filter((line) => line !== ""));
  const look = async () => {
    for (const { rawValue } of await detector.detect(video)) {
      if (rawValue.startsWith("NEPHOC1 ")) read.add(rawValue);
    }
    const of = /^\S+ \S+ \d+\/(\d+) /u.exec([...read][0] ?? "")?.[1] ?? "?";
    field.value = [...read].join("\n");
    told.textContent = (form.dataset["scanned"] ?? "")
      .replace("{count}", String(read.size))
      .replace("{of}", of);
    if (String(read.size) !== of) return;
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
}

/** What a page asks of the worker. */
export type FromPage =
  /** It was loaded, or the signal is back: send what waits, and say how things stand. */
  | { readonly kind: "hello"; readonly eager: boolean; readonly courseId: string | null }
  | { readonly kind: "keep"; readonly courseId: string }
  | { readonly kind: "pin"; readonly pin: string };

/** What the worker answers, in words that the page only has to show. */
export type FromWorker =
  | {
      readonly kind: "standing";
      readonly waiting: number;
      readonly waitingText: string;
      /** Of the course that the page asked about; null: it is not on the phone. */
      readonly kept: { readonly text: string; readonly link: string } | null;
      /** Her part of the phone is under no PIN yet. */
      readonly pin: {
        readonly text: string;
        readonly label: string;
        readonly button: string;
      } | null;
    }
  | { readonly kind: "keeping"; readonly text: string; readonly ended: boolean }
  | { readonly kind: "pin-set"; readonly text: string; readonly right: boolean };

declare module "nspell" {
  /** Only what is asked of it here. */
  export default function nspell(dictionary: {
    readonly aff: Uint8Array;
    readonly dic: Uint8Array;
  }): { readonly correct: (word: string) => boolean };
}

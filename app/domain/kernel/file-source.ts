/** A file that somebody sent: on disk, or in memory where it is known to be small. */
export type FileSource = Uint8Array | { readonly path: string };

/** A file that an article names, and the path it is stored at, `<hash>/<name>`. */
export type NamedMedia = { readonly name: string; readonly path: string };

/** An article of the folder, compiled, and the file it came from. */
export type LocalArticle = {
  /** Its name in messages. */
  readonly file: string;
  readonly id: string;
  readonly slug: string;
  /** The hash that the newsroom will have of it. */
  readonly hash: string;
  readonly isRetracted: boolean;
  readonly mediaType: "text/markdown" | "text/html";
  readonly bytes: Uint8Array;
  readonly media: readonly NamedMedia[];
};

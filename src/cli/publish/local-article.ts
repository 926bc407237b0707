/** A file that an article names: by what name, and the path it is kept at, `<hash>/<name>`. */
export type NamedMedia = { readonly name: string; readonly path: string };

/** An article of the folder, compiled, and the file it came from. */
export type LocalArticle = {
  /** As it is named in messages. */
  readonly file: string;
  readonly id: string;
  readonly slug: string;
  /** What the newsroom's hash of it will be. */
  readonly hash: string;
  readonly isRetracted: boolean;
  readonly mediaType: "text/markdown" | "text/html";
  readonly bytes: Uint8Array;
  readonly media: readonly NamedMedia[];
};

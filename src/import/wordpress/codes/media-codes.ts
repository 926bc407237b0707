import { escapeHtml } from "../../../syntax/html.ts";
import type { AttachedFile } from "../facts/attached-file.ts";
import { linkTo, pictureFigure, playerFigure } from "../players.ts";
import { noteLoss, type WordPressPost } from "../wordpress-post.ts";
import type { CodeAttributes } from "./code-attributes.ts";

const FORMATS = {
  audio: "mp3 m4a aac ogg oga opus flac wav wma".split(" "),
  video: "mp4 m4v mov webm ogv wmv flv avi mpeg".split(" "),
};

/** The pictures of a gallery as figures: those it lists, or else those that were uploaded to the post. */
export function galleryHtml(attributes: CodeAttributes, post: WordPressPost): string {
  const pictures = filesOf(attributes, "picture", post);
  if (pictures.length === 0) noteLoss(post, "short code [gallery] without pictures that the export lists");
  return pictures.map(figureOfFile).join("\n");
}

export function figureOfFile({ url, alternativeText, captionHtml }: AttachedFile): string {
  return pictureFigure({ url, alt: alternativeText, caption: captionHtml });
}

/** The recordings of a playlist as players with their titles. */
export function playlistHtml(attributes: CodeAttributes, post: WordPressPost): string {
  const kind = attributes.named.get("type") === "video" ? "video" : "audio";
  const files = filesOf(attributes, kind, post);
  if (files.length === 0) noteLoss(post, "short code [playlist] without recordings that the export lists");
  return files
    .map(({ url, title, captionHtml }) =>
      playerFigure(kind, [url], { caption: title === undefined ? captionHtml : escapeHtml(title) }),
    )
    .join("\n");
}

/**
 * An audio or video code as a player. Without an address, it plays the first recording that was uploaded to the post.
 * Returns undefined if there is none.
 */
export function recordingHtml(
  kind: "audio" | "video",
  { named, bare }: CodeAttributes,
  content: string | undefined,
  post: WordPressPost,
): string | undefined {
  const written = ["src", ...FORMATS[kind]].flatMap((name) => named.get(name) ?? []);
  const plain = [...bare, content ?? ""]
    .flatMap((text) => text.split(/[\s|,]+/))
    .filter((text) => /^https?:\/\//.test(text));
  const addresses = [...new Set([...written, ...plain].map((each) => each.trim()).filter((each) => each !== ""))];
  const [
    first = post.facts.filesOfPosts
      .get(post.id ?? "")
      ?.map((id) => post.facts.files.get(id))
      .find((file) => file?.kind === kind)?.url,
  ] = addresses;
  if (first === undefined) return undefined;
  // WordPress plays pages of YouTube and Vimeo as well.
  if (/^(?:https?:)?\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)\//i.test(first))
    return `<p>${linkTo(first)}</p>`;
  const tracks = (content ?? "").match(/<track\b[^<>]*>/g)?.join("") ?? "";
  return playerFigure(kind, addresses.length === 0 ? [first] : addresses, { poster: named.get("poster"), tracks });
}

/** The files that `ids`, `include`, `exclude` and `id` name. Notes those that the export does not list. */
function filesOf({ named }: CodeAttributes, kind: AttachedFile["kind"], post: WordPressPost): readonly AttachedFile[] {
  const { files, filesOfPosts } = post.facts;
  const numbersIn = (name: string) => (named.get(name) ?? "").match(/\d+/g) ?? [];
  const listed = [...numbersIn("ids"), ...numbersIn("include")];
  if (listed.length === 0) {
    const excluded = new Set(numbersIn("exclude"));
    const attached = (filesOfPosts.get(named.get("id") ?? post.id ?? "") ?? [])
      .filter((id) => !excluded.has(id))
      .flatMap((id) => files.get(id) ?? [])
      .filter((file) => file.kind === kind);
    return attached.toSorted((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
  }
  return listed.flatMap((id) => {
    const file = files.get(id);
    if (file === undefined) noteLoss(post, "a file that the export does not list", `attachment ${id}`);
    return file?.kind === kind ? [file] : [];
  });
}

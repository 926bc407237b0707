import type { Article, Attachment } from "../../../model/article.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";
import { fileName, formatDuration, formatMediaType, formatSize } from "./format-file.ts";
import { Label } from "./label.tsx";

/** The attachments: a player for audio and video, and a download link for every file. */
export function Attachments({ article, page }: { article: Article; page: PageLanguage }) {
  const { attachments, language } = article;
  if (attachments.length === 0) return null;
  return (
    <section class="attachments" aria-labelledby="attachments-heading">
      <h2 id="attachments-heading">
        <Label mark={markLabel(language, page)}>{page.labels.attachments}</Label>
      </h2>
      <ul>
        {attachments.map((attachment) => (
          <li>
            <Player attachment={attachment} />
            <FileLink attachment={attachment} page={page} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Player({ attachment: { file, title } }: { attachment: Attachment }) {
  const { url, mediaType, width, height } = file;
  const name = title ?? fileName(file);
  if (mediaType.startsWith("audio/")) {
    // biome-ignore lint/a11y/useMediaCaption: the model has no caption tracks.
    return <audio class="u-audio" src={url} controls preload="none" aria-label={name} />;
  }
  if (!mediaType.startsWith("video/")) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: the model has no caption tracks.
    <video class="u-video" src={url} controls preload="metadata" width={width} height={height} aria-label={name} />
  );
}

function FileLink({ attachment: { file, title }, page }: { attachment: Attachment; page: PageLanguage }) {
  const { url, mediaType, length, duration } = file;
  return (
    <p class="file">
      <a href={url} type={mediaType} download>
        <bdi>{title ?? fileName(file)}</bdi>
      </a>{" "}
      <span class="facts">
        <bdi>{formatMediaType(mediaType)}</bdi> · <bdi>{formatSize(length, page)}</bdi>
        {duration && (
          <>
            {" · "}
            <time datetime={`PT${duration}S`}>{formatDuration(duration)}</time>
          </>
        )}
      </span>
    </p>
  );
}

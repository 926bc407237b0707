type WithFile = { readonly file: { readonly mediaType: string } };

/** The attachment that a podcast player plays: the first audio, or the first video if there is no audio. */
export function recordingOf<Each extends WithFile>({
  attachments,
}: {
  readonly attachments: readonly Each[];
}): Each | undefined {
  const firstOf = (kind: "audio/" | "video/") => attachments.find(({ file }) => file.mediaType.startsWith(kind));
  return firstOf("audio/") ?? firstOf("video/");
}

/** Whether a file can be played: audio or video. */
export function isPlayable({ file }: WithFile): boolean {
  return /^(?:audio|video)\//.test(file.mediaType);
}

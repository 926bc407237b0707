const MEANINGS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than this file system or its limit allows",
  EROFS: "the disk can only be read",
  EACCES: "no permission",
  EPERM: "no permission",
  EIO: "the disk reported an error",
  EMFILE: "too many files are open",
};

/**
 * Says in words what the operating system refused, with the file that it was about. Returns undefined if the error did
 * not come from the operating system: then it is a bug.
 */
export function describeSystemFault(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const meaning = MEANINGS[code];
  if (meaning === undefined) return error.message;
  const path = "path" in error && typeof error.path === "string" ? `${error.path}: ` : "";
  return `${path}${meaning} (${code})`;
}

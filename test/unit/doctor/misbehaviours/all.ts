import type { Misbehaviour } from "../misbehaviour.ts";
import { COMPRESSION } from "./compression.ts";
import { CONTENT, DATES, ENTRIES } from "./entries.ts";
import { FORMATS } from "./formats.ts";
import { NAMING } from "./naming.ts";
import { CACHING, REACHING } from "./reaching.ts";
import { LINKS, REQUESTS } from "./requests.ts";
import { STABILITY, VALIDATORS } from "./validators.ts";

export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  ...REACHING,
  ...NAMING,
  ...FORMATS,
  ...ENTRIES,
  ...DATES,
  ...CONTENT,
  ...VALIDATORS,
  ...STABILITY,
  ...CACHING,
  ...COMPRESSION,
  ...REQUESTS,
  ...LINKS,
];

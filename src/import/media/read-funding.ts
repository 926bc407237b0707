import { type Funding, fundingSchema } from "../../model/episode.ts";

/** Characters ("funding", "Please do not exceed"). */
const MAX_TEXT = 128;

/** `podcast:funding`. A link without words is called by its address. Returns [] if there is no address. */
export function fundingOf(url: string | undefined, text: string | undefined): Funding[] {
  const { data } = fundingSchema.safeParse({ url, text: (text ?? "").slice(0, MAX_TEXT) || url });
  return data ? [data] : [];
}

import { opaqueTag } from "../../syntax/entity-tag.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, probed, type Visit } from "../visit.ts";

/** In bytes: compressing a smaller body saves less than a packet. */
const MIN_BYTES = 1_400;

function largeFeed(visit: Visit): Answer | undefined {
  const answer = feedOf(visit) && goodAnswer(visit);
  return answer && answer.body.length > MIN_BYTES ? answer : undefined;
}

/** The plain answer and the compressed one. */
function pair(visit: Visit): readonly [Answer, Answer] | undefined {
  const [plain, coded] = [feedOf(visit) && goodAnswer(visit), probed(visit, "gzip")];
  return plain && coded?.status === 200 && coded.headers["content-encoding"] !== undefined ? [plain, coded] : undefined;
}

const codingOf = (answer: Answer | undefined) => answer?.headers["content-encoding"]?.toLowerCase();

export const COMPRESSION_CHECKS: readonly Check[] = [
  {
    id: "compression.gzip",
    level: "warning",
    summary: "The server compresses the feed for clients that accept gzip.",
    why: "Nearly all readers accept gzip. Without compression, a feed is four to ten times as large.",
    how: "Enable compression for the media types of feeds too. Servers often do not compress application/rss+xml.",
    examine: (visit) => {
      const [plain, coded] = [largeFeed(visit), probed(visit, "gzip")];
      if (!plain || coded?.status !== 200) return undefined;
      return codingOf(coded) === undefined
        ? [`a request with Accept-Encoding: gzip gets ${plain.body.length} bytes uncompressed`]
        : [];
    },
  },
  {
    id: "compression.brotli",
    level: "note",
    summary: "The server compresses the feed with brotli for clients that accept it.",
    why: "Browsers and newer readers accept brotli. It saves another fifth of the size.",
    how: "Offer br besides gzip.",
    examine: (visit) => {
      const coded = largeFeed(visit) && probed(visit, "brotli");
      return coded?.status === 200
        ? codingOf(coded) === "br"
          ? []
          : ["a request with Accept-Encoding: br gets no brotli"]
        : undefined;
    },
  },
  {
    id: "compression.honoured",
    level: "error",
    summary: "The server uses only codings that the client accepts.",
    why: "Small readers and scripts (curl without --compressed, sfeed) read the compressed bytes as text.",
    how: "Compress only if Accept-Encoding allows it.",
    examine: (visit) => {
      const answer = feedOf(visit) && goodAnswer(visit);
      if (!answer) return undefined;
      const asked = { identity: answer, gzip: probed(visit, "gzip"), br: probed(visit, "brotli") };
      return Object.entries(asked).flatMap(([accepted, got]) => {
        const coding = codingOf(got) ?? "identity";
        return coding === "identity" || coding === accepted
          ? []
          : [`a request with Accept-Encoding: ${accepted} gets ${coding}`];
      });
    },
  },
  {
    id: "compression.same-bytes",
    level: "error",
    summary: "The decompressed feed is the same as the uncompressed one.",
    why: "Readers that accept compression see another feed: an old one from a cache, or an incomplete one.",
    how: "Make compressed and uncompressed answers from one source, and purge both in caches.",
    examine: (visit) => {
      const [both, again] = [pair(visit), probed(visit, "again")];
      // If the feed changes at each request, this comparison is useless. Another check reports that.
      if (!both || !again || Buffer.compare(both[0].body, again.body) !== 0) return undefined;
      const [plain, coded] = both;
      return Buffer.compare(plain.body, coded.body) === 0
        ? []
        : [`the feed has ${coded.body.length} bytes decompressed and ${plain.body.length} bytes uncompressed`];
    },
  },
  {
    id: "compression.vary",
    level: "warning",
    summary: "A feed that is compressed for some clients has Vary: Accept-Encoding.",
    why: "Without it, a shared cache sends compressed bytes to clients that cannot read them.",
    how: "Send Vary: Accept-Encoding with and without compression, and with a 304.",
    examine: (visit) => {
      const both = pair(visit);
      return both?.flatMap(({ headers: { vary = "" } }, index) =>
        /(?:^|[\s,])(?:accept-encoding|\*)(?:$|[\s,])/i.test(vary)
          ? []
          : [`the ${index === 0 ? "uncompressed" : "compressed"} answer has no Vary: Accept-Encoding`],
      );
    },
  },
  {
    id: "compression.tag",
    level: "note",
    summary: "The ETag with and without compression is the same, except for W/.",
    why: "A reader that changes its coding, or a proxy that decompresses, downloads the whole feed again.",
    how: "Make the ETag from the uncompressed bytes, and make it weak.",
    examine: (visit) => {
      const [before, after] = pair(visit)?.map(({ headers: { etag } }) => etag) ?? [];
      if (before === undefined || after === undefined) return undefined;
      return opaqueTag(before) === opaqueTag(after)
        ? []
        : [`the ETag is ${before} uncompressed and ${after} compressed`];
    },
  },
  {
    id: "compression.not-modified",
    level: "error",
    summary: "A request with the ETag of the compressed feed gets 304.",
    why: "Nearly all readers accept gzip, so this is the tag that they have. Apache's mod_deflate adds -gzip to tags and does not recognise them afterwards.",
    how: "Compare tags without the suffix. In Apache, set DeflateAlterETag NoChange.",
    examine: (visit) => {
      const answer = hasSteadyValidators(visit) ? probed(visit, "coded-tag") : undefined;
      return (
        answer && pair(visit) && (answer.status === 304 ? [] : [`the request gets ${answer.status} instead of 304`])
      );
    },
  },
];

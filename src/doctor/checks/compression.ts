import { opaqueTag } from "../facts/entity-tag.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, probed, type Visit } from "../visit.ts";

/** Below this, compressing saves less than a packet. */
const WORTH_IT = 1_400;

function largeFeed(visit: Visit): Answer | undefined {
  const answer = feedOf(visit) && goodAnswer(visit);
  return answer && answer.body.length > WORTH_IT ? answer : undefined;
}

/** The plain answer and a compressed one. */
function pair(visit: Visit): readonly [Answer, Answer] | undefined {
  const [plain, coded] = [feedOf(visit) && goodAnswer(visit), probed(visit, "gzip")];
  return plain && coded?.status === 200 && coded.headers["content-encoding"] !== undefined ? [plain, coded] : undefined;
}

const codingOf = (answer: Answer | undefined) => answer?.headers["content-encoding"]?.toLowerCase();

export const COMPRESSION_CHECKS: readonly Check[] = [
  {
    id: "compression.gzip",
    level: "warning",
    summary: "The feed is compressed for those who accept gzip.",
    why: "Nearly all readers do; a feed is four to ten times as large without.",
    how: "Switch compression on for the feed's media types too: servers often leave application/rss+xml out.",
    examine: (visit) => {
      const [plain, coded] = [largeFeed(visit), probed(visit, "gzip")];
      if (!plain || coded?.status !== 200) return undefined;
      return codingOf(coded) === undefined
        ? [`${plain.body.length} bytes, not compressed with Accept-Encoding: gzip`]
        : [];
    },
  },
  {
    id: "compression.brotli",
    level: "note",
    summary: "The feed is compressed with brotli for those who accept it.",
    why: "Browsers and newer readers do, and it saves another fifth.",
    how: "Offer br beside gzip.",
    examine: (visit) => {
      const coded = largeFeed(visit) && probed(visit, "brotli");
      return coded?.status === 200
        ? codingOf(coded) === "br"
          ? []
          : ["not compressed with Accept-Encoding: br"]
        : undefined;
    },
  },
  {
    id: "compression.honoured",
    level: "error",
    summary: "No coding comes that was not asked for.",
    why: "Small readers and scripts (curl without --compressed, sfeed) read the compressed bytes as text.",
    how: "Compress only what Accept-Encoding asks for.",
    examine: (visit) => {
      const answer = feedOf(visit) && goodAnswer(visit);
      if (!answer) return undefined;
      const asked = { identity: answer, gzip: probed(visit, "gzip"), br: probed(visit, "brotli") };
      return Object.entries(asked).flatMap(([accepted, got]) => {
        const coding = codingOf(got) ?? "identity";
        return coding === "identity" || coding === accepted ? [] : [`asked for ${accepted}, got ${coding}`];
      });
    },
  },
  {
    id: "compression.same-bytes",
    level: "error",
    summary: "Decompressed, the feed is the same as uncompressed.",
    why: "Readers that compress see another feed: an old one from a cache, or one cut off.",
    how: "Make compressed and plain bytes from one source, and purge both in caches.",
    examine: (visit) => {
      const [both, again] = [pair(visit), probed(visit, "again")];
      // A feed that changes at each request tells nothing here; that has a check of its own.
      if (!both || !again || Buffer.compare(both[0].body, again.body) !== 0) return undefined;
      const [plain, coded] = both;
      return Buffer.compare(plain.body, coded.body) === 0
        ? []
        : [`${coded.body.length} bytes decompressed, ${plain.body.length} bytes plain`];
    },
  },
  {
    id: "compression.vary",
    level: "warning",
    summary: "What is compressed for some says Vary: Accept-Encoding.",
    why: "A shared cache hands compressed bytes to those who cannot read them.",
    how: "Send Vary: Accept-Encoding with and without compression, and with 304.",
    examine: (visit) => {
      const both = pair(visit);
      return both?.flatMap(({ headers: { vary = "" } }, index) =>
        /(?:^|[\s,])(?:accept-encoding|\*)(?:$|[\s,])/i.test(vary)
          ? []
          : [`no Vary: Accept-Encoding ${index === 0 ? "uncompressed" : "compressed"}`],
      );
    },
  },
  {
    id: "compression.tag",
    level: "note",
    summary: "The ETag is the same, apart from W/, with and without compression.",
    why: "A reader that changes its coding, or a proxy that decompresses, takes the whole feed once more.",
    how: "Make the ETag from the uncompressed bytes, and make it weak.",
    examine: (visit) => {
      const [before, after] = pair(visit)?.map(({ headers: { etag } }) => etag) ?? [];
      if (before === undefined || after === undefined) return undefined;
      return opaqueTag(before) === opaqueTag(after) ? [] : [`${before} plain, ${after} compressed`];
    },
  },
  {
    id: "compression.not-modified",
    level: "error",
    summary: "The ETag of the compressed feed gets 304 too.",
    why: "Nearly all readers ask for gzip: this is the tag they have. Apache's mod_deflate adds -gzip to tags and does not know them again.",
    how: "Compare without the suffix; in Apache, DeflateAlterETag NoChange.",
    examine: (visit) => {
      const answer = hasSteadyValidators(visit) ? probed(visit, "coded-tag") : undefined;
      return answer && pair(visit) && (answer.status === 304 ? [] : [`${answer.status} instead of 304`]);
    },
  },
];

/** Values that each type accepts and rejects, from the texts of the standards. */
import { describe, expect, test } from "vitest";
import { placeOf, type ValueType } from "../../../../src/doctor/grammar/grammar-fault.ts";
import {
  absoluteIri,
  absoluteUri,
  httpUrl,
  iriReference,
  mailAddress,
  namedMailAddress,
  rssPerson,
} from "../../../../src/doctor/grammar/values/addresses.ts";
import { country, currency, language } from "../../../../src/doctor/grammar/values/codes.ts";
import { iso8601, isWrong, rfc822, rfc3339, w3cdtf } from "../../../../src/doctor/grammar/values/dates.ts";
import {
  duration,
  latitude,
  nonNegativeInteger,
  playTime,
  position,
  positions,
  positiveInteger,
  quantity,
} from "../../../../src/doctor/grammar/values/numbers.ts";
import { damage, plainText } from "../../../../src/doctor/grammar/values/plain-text.ts";
import { base64, charset, mediaRanges, mediaType } from "../../../../src/doctor/grammar/values/words.ts";

const PLACE = placeOf({ name: "a", namespace: "", attributes: {}, children: [] }, undefined);

type Row = readonly [name: string, type: ValueType, right: readonly string[], wrong: readonly string[]];

const ROWS: readonly Row[] = [
  [
    "RFC 822 dates",
    rfc822,
    [
      "Sun, 01 Mar 2026 08:00:00 GMT",
      "1 Mar 2026 08:00 +0800",
      "Sun,  01 Mar  2026 08:00:00 -0330",
      "sun, 01 mar 2026 08:00:00 gmt",
      "Sun, 01 Mar 2026 08:00:00 (noon (nearly)) EST",
      "01 Mar 26 08:00 UT",
      "Sun, 01 Mar 2026\n 08:00:00 Z",
      "01 Mar 2026 08:00:00 A",
    ],
    [
      "",
      "2026-03-01",
      "Sun, 01 Mar 2026",
      "Sun, 01 Mar 2026 08:00:00",
      "Mon, 01 Mar 2026 08:00:00 GMT",
      "Sun, 30 Feb 2026 08:00:00 GMT",
      "Sun, 01 Mar 2026 25:00:00 GMT",
      "Sun, 01 Mar 2026 8:00:00 GMT",
      "Sun, 01 Mrz 2026 08:00:00 GMT",
      "01/03/2026 08:00:00 GMT",
      "Sunday, 01 Mar 2026 08:00:00 GMT",
      "Sun, 01 Mar 2026 08:00:00 UTC",
      "Sun, 01 Mar 2026 08:00:00 J",
    ],
  ],
  [
    "RFC 3339 dates of Atom",
    rfc3339,
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.25+08:00", "2024-02-29T23:59:60-00:00"],
    [
      ...["2026-03-01", "2026-03-01T08:00Z", "2026-03-01T08:00:00", "2026-03-01t08:00:00z", "2026-03-01 08:00:00Z"],
      ...["2026-02-29T08:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T08:60:00Z", "2026-03-01T08:00:00+0800"],
      ...["26-03-01T08:00:00Z", "20260301T080000Z", "2026-03-01T08:00:00 Z", "2026-13-01T08:00:00Z", ""],
    ],
  ],
  [
    "W3C dates",
    w3cdtf,
    ["2026", "2026-03", "2026-03-01", "2026-03-01T08:00Z", "2026-03-01T08:00:00+08:00", "2026-03-01T08:00:00.5Z"],
    ["", "2026-03-01T08:00", "2026-3-1", "2026-02-30", "2026-03-01T08Z", "Sun, 01 Mar 2026 08:00:00 GMT"],
  ],
  ["ISO 8601 dates", iso8601, ["2026-03-01T08:00:00", "2026-03-01T08:00:00Z"], ["2026-03-01 08:00"]],
  [
    "absolute URIs",
    absoluteUri,
    [
      ...[
        "https://example.org/",
        "http://user@example.org:80/a;b?c=d&e#f",
        "mailto:ada@example.org",
        "ftp://example.org/a",
      ],
      ...["http://[2001:db8::1]:8080/", "urn:isbn:0451450523", "tag:example.org,2026:a", "data:text/plain,a%20b"],
    ],
    [
      ...["", "/a", "//example.org/a", "example.org", "http:", "http:/example.org", "http:///a", "https://"],
      ...["http://example.org/a b", "http://example.org/{a}", 'http://example.org/"', "http://example.org/a|b"],
      ...["http://exämple.org/", "http://example.org/é", "http://example.org/[a]", "http://example.org\\a"],
    ],
  ],
  ["IRIs", absoluteIri, ["http://exämple.org/é", "tag:example.org,2026:é"], ["é", "http://example.org/é è"]],
  ["references to IRIs", iriReference, ["", "a", "../é", "?a=b", "#c", "//example.org"], ["a b", "<a>", "http://"]],
  [
    "tag: ids",
    absoluteUri,
    [
      ...["tag:example.org,2026:", "tag:example.org,2026-03:a/b?c", "tag:example.org,2026-03-01:a:b#c"],
      ...["tag:ada@example.org,2026:a", "tag:my-ids.example.org,2026:a", "tag:3.example.org,2026:a"],
    ],
    [
      ...["tag:example.org:a", "tag:example.org,26:a", "tag:example.org,2026-3:a", "tag:example.org,20260301:a"],
      ...[
        "tag:example.org,2026-13:a",
        "tag:example.org,2026-03-32:a",
        "tag:example.org,2026",
        "tag:exa*ple.org,2026:a",
      ],
      ...["tag:example.org, 2026:a", "tag:example.org,2026:a b", "tag:,2026:a", "tag:ada@,2026:a", "tag:a@b@c,2026:a"],
    ],
  ],
  [
    "URNs",
    absoluteUri,
    ["urn:ietf:rfc:8141", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", "urn:example:a%20b", "URN:ab:c"],
    [
      ...["urn:a", "urn:a:b", "urn:-ab:c", "urn:a.b:c", "urn:a/b:c", "urn:example:", "urn:example:a b", "urn::a"],
      ...["urn:uuid:60a76c80", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0afg", "urn:example:a%2"],
    ],
  ],
  [
    "http addresses",
    httpUrl,
    ["https://example.org", "http://my_files.example.org:8080/a.mp3?b", "http://192.0.2.1/a", "http://localhost/a"],
    ["ftp://example.org/a", "https://", "http://example", "example.org/a", "http://example.org/a b", ""],
  ],
  [
    "e-mail addresses",
    mailAddress,
    ["ada@example.org", "ada+news@mail.example.org", "o'hara@example.org", "a@b-c.example"],
    [
      "",
      "ada",
      "@example.org",
      "ada@",
      "ada@example..org",
      "Ada <ada@example.org>",
      "ada@example.org (Ada)",
      "a b@c.org",
    ],
  ],
  [
    "e-mail addresses with a name",
    namedMailAddress,
    ["ada@example.org", "Ada <ada@example.org>", "ada@example.org (Ada)"],
    ["Ada", "Ada <ada>", "Ada (ada@example.org)"],
  ],
  [
    "people in RSS",
    rssPerson,
    ["ada@example.org (Ada)", "mailto:ada%40example.org%20%28Ada%29?subject=a"],
    ["Ada", "", "Ada (ada@example.org)", "@ada"],
  ],
  [
    "languages",
    language,
    ["en", "pt-BR", "zh-Hant-TW", "i-klingon", "x-mine", "gsw", "EN-us"],
    ["", "english", "en_US", "xq", "e", "en-", "12"],
  ],
  ["countries", country, ["GB", "DE", "XK"], ["UK", "ZZ", "EU", "gb", "GBR", ""]],
  ["currencies", currency, ["EUR", "JPY"], ["eur", "XYZ", "€", ""]],
  [
    "media types",
    mediaType,
    ["text/html", "application/atom+xml;type=feed", 'text/html; charset="utf-8"'],
    ["", "html", "text/", "/html", "text/html;", "text html", "text/html; charset"],
  ],
  ["media ranges", mediaRanges, ["", "image/*", "image/png, image/jpeg", "*/*"], ["image", "image/png,,"]],
  ["counts", nonNegativeInteger, ["0", "12"], ["", "-1", "1.5", "1,000", "ten", "0x10", "1e3"]],
  ["positive numbers", positiveInteger, ["1"], ["0", "-1", "1.0"]],
  ["quantities", quantity, ["25", "25.00 USD", "1.5GHz"], ["", "cheap", "$25", "25 USD 1", "1 2 3"]],
  ["latitudes", latitude, ["90", "-90.0", "45.256"], ["90.1", "-91", "north", ""]],
  ["positions", position, ["45.256 -71.92", "45.256, -71.92"], ["45", "91 0", "0 181", "a b", "1 2 3"]],
  ["lists of positions", positions, ["45 -110 46 -109"], ["45 -110", "45 -110 46", "a b c d"]],
  ["durations", duration, ["3600", "59:59", "1:02:03"], ["", "1:60", "1:2:3:4", "1h"]],
  ["play times", playTime, ["12.5", "0:00:12.5", "now"], ["soon", "12:5", "1:60:00"]],
  ["encodings", charset, ["UTF-8", "iso-8859-1", "Shift_JIS"], ["klingon", ""]],
  ["Base64", base64, ["", "YQ==", "YWJj\nYWJj"], ["YQ", "!", "YWJj="]],
  ["plain text", plainText, ["A & B", "1 < 2 > 0", "a <- b", "AT&T"], ["<b>a</b>", "a<br/>", "a &amp; b", "it&#39;s"]],
  [
    "plain text about HTML",
    plainText,
    [
      "Why <video> beats <img>",
      "<b> or <strong>?",
      "Between <p> and </p>, and “</b>”",
      'A tag (<i>, "<em>")',
      "R&D is R&amp;D in HTML",
    ],
    [
      "It was <b>wrong</b>.",
      "<p>One. Two",
      'A <a href="/x">link',
      "cut off</p>",
      '<i>"Quoted"</i>',
      "One <br> two",
      "a &lt;b&gt; and &amp;",
    ],
  ],
  [
    "undamaged text",
    (value) => damage(value),
    ["Café São Paulo", "“a” – b…", "Â"],
    ["CafÃ©", "itâ€™s", "a\ufffdb", "a\u0092s"],
  ],
];

describe.each(ROWS)("%s", (_, type, right, wrong) => {
  // Some findings are hints only: a date in an unusual form, an address without a name.
  const rejects = (value: string) => {
    const found = type(value, PLACE);
    return isWrong(found) && found.rule !== "rss.person";
  };

  test("accepts what is right", () => {
    expect(right.filter(rejects)).toEqual([]);
  });

  test("rejects what is wrong", () => {
    expect(wrong.filter((value) => !rejects(value))).toEqual([]);
  });
});

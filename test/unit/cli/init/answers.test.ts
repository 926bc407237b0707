import { describe, expect, test } from "vitest";
import { type AnswerName, type Machine, READERS } from "../../../../src/cli/init/answers.ts";
import { askAnswers } from "../../../../src/cli/init/ask-answers.ts";

const machine: Machine = { language: "de-AT", timeZone: "Europe/Vienna", day: "2026-11-27", user: "Ada Ferrier" };
const read = (name: AnswerName, typed: string) => {
  const outcome = READERS[name](typed, machine);
  return outcome.ok ? outcome.value : `fault: ${outcome.error}`;
};

describe("an answer is read in its own spelling, or the fault says what is right", () => {
  test.each<[AnswerName, string, string | RegExp]>([
    ["title", "  Harbour   News ", "Harbour News"],
    ["title", " ", /^fault: expected some text/],
    ["address", "https://Harbour.News/", "https://harbour.news"],
    ["address", "https://harbour.example", "https://harbour.example"],
    ["address", "http://harbour.news", /^fault: expected an address that begins with https:\/\//],
    ["address", "harbour.news", /^fault: expected an absolute address/],
    ["address", "https://harbour.news/blog", /^fault: expected scheme and host only/],
    ["address", "https://me:pw@harbour.news", /^fault: .*without a user name/],
    ["identity", "harbour.news,2026-01-31", "harbour.news,2026-01-31"],
    ["identity", "tag:Harbour.News,2026-01-31", "harbour.news,2026-01-31"],
    ["identity", "desk@harbour.news, 2026-01-31", "desk@harbour.news,2026-01-31"],
    ["identity", "harbour.news", "harbour.news,2026-11-27"],
    ["identity", "harbour.news,2026-02-30", /^fault: expected a domain/],
    ["identity", "harbour.news,2026-11-28", /^fault: .*2026-11-28 is still to come/],
    ["identity", "https://harbour.news,2026-01-01", /^fault: expected a domain/],
    ["identity", "harbour.news,2026-01-01,more", /^fault: expected a domain/],
    ["language", "pt_BR", "pt-BR"],
    ["language", "english", /^fault: expected a language tag .*did you mean "en"/],
    ["timeZone", "europe/berlin", "Europe/Berlin"],
    ["timeZone", "utc", "UTC"],
    ["timeZone", "Asia/Calcutta", "Asia/Calcutta"],
    ["timeZone", "Europe/Berlim", /^fault: .*did you mean "Europe\/Berlin"/],
    ["timeZone", "+01:00", /^fault: expected the name of a time zone/],
    ["author", "  Ada  Ferrier ", "Ada Ferrier"],
    ["email", "", ""],
    ["email", "desk@harbour.news", "desk@harbour.news"],
    ["email", "desk", /^fault: expected an e-mail address/],
    ["mode", "Newsroom", "newsroom"],
    ["mode", "file", /^fault: expected files or newsroom; did you mean "files"/],
    ["worker", "harbour-news", "harbour-news"],
    ["worker", "Harbour", /^fault: expected lower-case letters/],
    ["worker", "-harbour", /^fault: expected lower-case letters/],
    ["worker", "a".repeat(41), /^fault: .*at most 40/],
  ])("%s %j", (name, typed, expected) => {
    if (typeof expected === "string") expect(read(name, typed)).toBe(expected);
    else expect(read(name, typed)).toMatch(expected);
  });
});

/** A person who types these lines. `asked` is what stood before the cursor. */
function typing(...lines: string[]) {
  const asked: string[] = [];
  const left = [...lines];
  return {
    asked,
    ask: async (question: string) => {
      asked.push(question);
      return left.shift();
    },
    say: (text: string) => asked.push(text),
    close: () => {},
  };
}

describe("the answers", () => {
  test("are those given, and defaults made from them, if nobody is asked", async () => {
    expect(await askAnswers({ title: "Café Noir!", email: "desk@noir.news" }, machine, undefined)).toEqual({
      ok: true,
      value: {
        title: "Café Noir!",
        address: "https://cafe-noir.example",
        description: "News and articles from Café Noir!.",
        identity: "cafe-noir.example,2026-11-27",
        language: "de-AT",
        timeZone: "Europe/Vienna",
        author: "Ada Ferrier",
        email: "desk@noir.news",
        mode: "files",
        worker: "cafe-noir",
      },
    });
  });

  test("name a Worker by the address if the title has no letters of a host name", async () => {
    const asked = await askAnswers({ title: "港の新聞", address: "https://minato.news" }, machine, undefined);
    expect(asked).toMatchObject({ ok: true, value: { worker: "minato-news", identity: "minato.news,2026-11-27" } });
  });

  test("are asked for one by one, and again after one that cannot be read", async () => {
    const person = typing("Harbour", "harbour.news", "https://harbour.news", "", "", "", "", "", "", "newsroom", "");
    const asked = await askAnswers({}, machine, person);
    expect(asked).toMatchObject({
      ok: true,
      value: { title: "Harbour", address: "https://harbour.news", mode: "newsroom", language: "de-AT" },
    });
    expect(person.asked[1]).toMatch(/^Address .*\[https:\/\/harbour\.example\]: $/);
    expect(person.asked[2]).toMatch(/^ {2}expected an absolute address/);
    expect(person.asked[3]).toBe(person.asked[1]);
  });

  test("are not asked for if they are given, and end with a given one that is wrong", async () => {
    const person = typing();
    const wrong = await askAnswers({ title: "Harbour", address: "ftp://harbour.news" }, machine, person);
    expect(wrong).toMatchObject({ ok: false, error: { name: "address", typed: "ftp://harbour.news" } });
    expect(person.asked).toEqual([]);
  });

  test("end with the input", async () => {
    expect(await askAnswers({}, machine, typing("Harbour"))).toEqual({ ok: false, error: "ended" });
  });
});

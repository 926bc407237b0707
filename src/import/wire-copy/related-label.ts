import type { RelatedLink } from "./wire-copy.ts";

/** Labels as pages print them, in capitals or as words; only a colon, a bar or a dash makes one of them a label. */
const LABEL =
  "(?:(?:[\\p{L}’']{1,12}\\s){1,2}(?:TAMBIÉN|AUSSI|AUCH|ANCHE|TAMBÉM|ТАКЖЕ|ТАКОЖ|ALSO)|قصص مقترحة|مواضيع (?:ذات صلة|متعلقة)|ذات صلة|RECOMMENDED(?: STORIES| READING| ARTICLES)?|KEEP READING|WHAT TO READ NEXT|(?:MORE|READ MORE) FROM [^:|.]{2,30}|PLUS D[’']INFOS|SUR LE MÊME SUJET|À VOIR AUSSI|VOIR AUSSI|MEHR ZUM THEMA|AUCH INTERESSANT|PASSEND ZUM THEMA|NOTICIAS RELACIONADAS|MÁS INFORMACIÓN|ARTICOLI CORRELATI|APPROFONDISCI|VEJA MAIS|MAIS SOBRE|ПО ТЕМЕ|МАТЕРИАЛЫ ПО ТЕМЕ|推荐阅读|推薦閱讀|相关推荐|相關閱讀|こちらもおすすめ|関連ニュース|관련 ?글|READ (?:MORE|ALSO|NEXT|ON)|LESEN SIE (?:AUCH|MEHR)|MEHR ZUM THEMA|LIRE AUSSI|À LIRE AUSSI|(?:LEA|LEE|LEER) (?:TAMBIÉN|MÁS)|TE PUEDE INTERESAR|LEGGI ANCHE|LEIA (?:TAMBÉM|MAIS)|(?:VEJA|SAIBA) (?:TAMBÉM|MAIS)|ЧИТАЙТЕ ТАКЖЕ|ЧИТАЙТЕ ТАКОЖ|اقرأ (?:أيضا|أيضًا|المزيد)|إقرأ أيضا|קראו (?:גם|עוד)|関連記事|あわせて読みたい|相关(?:新闻|阅读|报道)|延伸(?:阅读|閱讀)|相關新聞|관련 ?기사|관련 ?뉴스|(?:ALSO|SEE|MORE) (?:READ|ALSO|ON THIS(?: TOPIC| STORY| SUBJECT)?|STORIES)|SEE MORE|MORE|(?:ALSO )?WATCH|(?:YOU )?MAY ALSO LIKE|RELATED(?: (?:STORY|STORIES|ARTICLES?|NEWS|READING|LINKS?|COVERAGE|INTERNET LINKS|CONTENT|TOPICS))?|FURTHER READING)";
const LABEL_AND_TITLE = new RegExp(`^(?<label>${LABEL})\\s*(?:[:：|]|\\s[–—-]\\s)\\s*(?<title>\\S.*)$`, "isu");
const LABEL_ALONE = new RegExp(`^(?<label>${LABEL})\\s*[:：]?$`, "iu");
const IN_BRACKETS = /^(?:\((?=.*\)$)|\[(?=.*\]$))(.*)[)\]]$/s;
const ADDRESS = /^(?<title>.*?)(?<!\s)\s*[(<]?(?<href>https?:\/\/[^\s<>()]+)[)>]?$/su;

/** Reads "READ MORE: Title", with the address where one stands behind it. */
export function readRelated(paragraph: string): RelatedLink | undefined {
  const inside = IN_BRACKETS.exec(paragraph)?.[1] ?? paragraph;
  const { label, title } = LABEL_AND_TITLE.exec(inside)?.groups ?? {};
  return label && title && isPrintedAsLabel(label) ? relatedLink(label, title) : undefined;
}

/** The label, where it stands on a line of its own and the titles follow. */
export function readLabelAlone(paragraph: string): string | undefined {
  const label = LABEL_ALONE.exec(paragraph)?.groups?.label;
  return label !== undefined && isPrintedAsLabel(label) ? label : undefined;
}

export function relatedLink(label: string, text: string): RelatedLink {
  const { title = text, href } = ADDRESS.exec(text)?.groups ?? {};
  return href === undefined
    ? { kind: "related", label, title }
    : { kind: "related", label, title: title || href, href };
}

/** "more: " in small letters is a word of the text. */
function isPrintedAsLabel(label: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(label);
}

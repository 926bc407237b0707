import { FOREIGN_AGENCIES } from "./language/agency-names.ts";

/**
 * News agencies that sell copy to others, by the names that stand in bylines and datelines. The list follows the
 * members of the world's regional alliances of agencies and what English-language pages print; a name that it lacks is
 * taken for a person, and the author told.
 */
const AGENCIES: readonly (readonly string[])[] = [
  ["Reuters", "Thomson Reuters", "Thomson Reuters Foundation"],
  ["AP", "Associated Press", "The Associated Press", "The AP"],
  ["AFP", "Agence France-Presse", "Agence France Presse"],
  ["UPI", "United Press International"],
  ["Bloomberg", "Bloomberg News"],
  ["Dow Jones", "Dow Jones Newswires"],
  ["PA", "PA Media", "Press Association", "PA Wire"],
  ["Xinhua", "Xinhua News Agency", "New China News Agency"],
  ["CNS", "China News Service", "ECNS", "中国新闻网", "中新网", "中国新闻社", "中新社"],
  ["CNA", "Central News Agency"],
  ["Kyodo", "Kyodo News"],
  ["Jiji", "Jiji Press"],
  ["Yonhap", "Yonhap News Agency", "Yonhap News"],
  ["Newsis", "Newsis News Agency"],
  ["KCNA", "Korean Central News Agency"],
  ["Montsame", "MONTSAME News Agency"],
  ["VNA", "Vietnam News Agency"],
  ["PNA", "Philippine News Agency"],
  ["Bernama"],
  ["Antara", "Antara News", "ANTARA News Agency"],
  ["TNA", "Thai News Agency"],
  ["PTI", "Press Trust of India"],
  ["ANI", "Asian News International"],
  ["IANS", "Indo-Asian News Service"],
  ["UNI", "United News of India"],
  ["APP", "Associated Press of Pakistan"],
  ["BSS", "Bangladesh Sangbad Sangstha"],
  ["UNB", "United News of Bangladesh"],
  ["dpa", "Deutsche Presse-Agentur", "dpa International"],
  ["EFE", "Efe", "Agencia EFE"],
  ["Europa Press"],
  ["ANSA", "Ansa", "Agenzia ANSA"],
  ["Adnkronos"],
  ["APA", "Austria Presse Agentur"],
  ["Keystone-SDA", "SDA-ATS", "SDA"],
  ["Belga", "Belga News Agency"],
  ["ANP", "Algemeen Nederlands Persbureau"],
  ["Lusa", "Lusa News Agency"],
  ["NTB", "Norsk Telegrambyrå"],
  ["TT", "TT News Agency"],
  ["Ritzau"],
  ["STT", "STT-Lehtikuva"],
  ["PAP", "Polish Press Agency"],
  ["CTK", "ČTK", "Czech News Agency"],
  ["MTI", "Hungarian News Agency"],
  ["Agerpres"],
  ["BTA", "Bulgarian News Agency"],
  ["Tanjug"],
  ["HINA"],
  ["ANA-MPA", "Athens-Macedonian News Agency"],
  ["TASS", "Tass", "ITAR-TASS"],
  ["RIA Novosti", "RIA"],
  ["Interfax"],
  ["Sputnik"],
  ["Ukrinform"],
  ["Anadolu", "Anadolu Agency", "AA"],
  ["DHA", "Demirören News Agency"],
  ["IRNA", "Islamic Republic News Agency"],
  ["SPA", "Saudi Press Agency"],
  ["WAM", "Emirates News Agency"],
  ["QNA", "Qatar News Agency"],
  ["KUNA", "Kuwait News Agency"],
  ["SANA", "Syrian Arab News Agency"],
  ["MENA", "Middle East News Agency"],
  ["MAP", "Maghreb Arabe Presse"],
  ["APS", "Algérie Presse Service"],
  ["PANA", "PANAPRESS"],
  ["NAN", "News Agency of Nigeria"],
  ["GNA", "Ghana News Agency"],
  ["KNA", "Kenya News Agency"],
  ["CP", "The Canadian Press", "Canadian Press"],
  ["AAP", "Australian Associated Press"],
  ["Notimex"],
  ["Prensa Latina"],
  ["Télam", "Telam"],
  ["Agência Brasil"],
  ["CNN", "CNN Wire", "CNN Newsource"],
  ["AGI"],
  ["askanews"],
  ["Agencies", "News agencies", "Wire services"],
  ...FOREIGN_AGENCIES.map((name) => [name]),
];
const NAMES = AGENCIES.flat();

/** "Ani" and "Sana" are people too: an abbreviation is one only as its agency writes it, or in capitals. */
const MAX_ABBREVIATION = 4;
const MAX_NAME = 80;
const KNOWN = new Set(NAMES.map((name) => (name.length > MAX_ABBREVIATION ? name.toLowerCase() : name)));
const KNOWN_IN_CAPITALS = new Set(NAMES.map((name) => name.toUpperCase()));
/** "AP Photo" is the agency's picture. */
const PHOTO_WORD = /(?<!\s)\s*\b(?:photos?|images?|pictures?|foto|photographer)$/i;
/** How agencies call themselves, so that a small one need not be on the list. */
const NAMED_AS_ONE = /\S\s+(?:news ?wires?|wire service|news agency|press agency|news service|press service)$/i;

/** Whether a name as printed is that of a news agency. */
export function isAgency(name: string): boolean {
  const printed = name.normalize("NFC").replace(/\s+/g, " ").trim();
  if (printed.length > MAX_NAME) return false;
  return (
    KNOWN.has(printed) ||
    KNOWN.has(printed.toLowerCase()) ||
    KNOWN_IN_CAPITALS.has(printed) ||
    NAMED_AS_ONE.test(printed)
  );
}

/** Whether two names are those of one agency: "AP" and "The Associated Press", "Lusa" and "Agência Lusa". */
export function isSameAgency(one: string, other: string): boolean {
  const [first, second] = [one, other].map((name) => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase());
  if (first === undefined || second === undefined || first === "" || second === "") return false;
  if (` ${first} `.includes(` ${second} `) || ` ${second} `.includes(` ${first} `)) return true;
  return AGENCIES.some((names) => [first, second].every((name) => names.some((each) => each.toLowerCase() === name)));
}

/** Whether an agency is one of the parts of a credit such as "A PHOTOGRAPHER/POOL/AP". */
export function namesAgency(credit: string): boolean {
  return credit.split(/[/,;|&·]|\s[-–—]\s|\bvia\b/i).some((part) => isAgency(part.trim().replace(PHOTO_WORD, "")));
}

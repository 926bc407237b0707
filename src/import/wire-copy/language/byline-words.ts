/** What stands before the names of writers, and the words between and behind names, in several languages. */

/** English pages say who did what; "Edited by" and "Photos by" name no writer. */
const ENGLISH =
  "(?:authors?[:,،]|(?:(?:written|story|report|reported|reporting|words|text|analysis|opinion|article)\\s+)?by)";
const LATIN = [
  "(?:(?:ein(?:e)?\\s+)?\\p{L}{3,15}\\s+)?von|autor(?:in|en|a|es)?|text(?:e|o)?|testo(?:\\s+di)?",
  "(?:(?:écrit|texte|article|publié)\\s+)?par|auteur|(?:(?:escrito|redactado|texto)\\s+)?por|reportagem\\s+de",
  "(?:(?:un\\s)?articolo\\s+)?di|a\\s+cura\\s+di|door|przez|av|af|yazan|oleh|haber",
].join("|");
const OTHER = "автор(?:ы)?|текст|بقلم|كتبت?|كتبه|تقرير|إعداد|מאת|כתבת?|文|作者|撰文|記者|记者|本报记者|取材・文|기자";

/** An English opening, which may stand before any name that begins with a capital. */
export const ENGLISH_OPENING = new RegExp(`^${ENGLISH}(?:\\s*:\\s*|\\s+)(?=\\S)`, "i");
/** An opening of another language, behind which only names count: "Von der Leyen reist ab" is a headline. */
export const FOREIGN_OPENING = new RegExp(
  `^(?:(?:${LATIN})(?:\\s*[:：]\\s*|\\s+)|(?:${OTHER})(?:\\s*[:：/／]\\s*|\\s+)|(?:记者|記者|文)(?=\\p{Script=Han}))(?=\\S)`,
  "iu",
);
export const SOURCE = /^(?:source|quelle|fuente|fonte|источник|المصدر|מקור|来源|來源|출처|出典)\s*[:：]\s*(?=\S)/i;

const AND = "and|with|und|mit|et|avec|y|con|e|com|i|и|en|ve|og|och|ja";
/** Signs and words between two names. */
export const JOINT = new RegExp(
  `(?<!\\s)\\s*[,;|/&()、，·・／]\\s*(?:(?:${AND})\\s+)?|(?<!\\s)\\s+(?:${AND})\\s+|(?<!\\s)\\s+و\\s?(?=\\p{L})`,
  "iu",
);
/** "Jane Doe in Beijing", "Anna Beispiel aus Seoul" */
export const PLACE = /(?<!\s)\s+((?:in|at|from|aus|à|en|a|em|au|v|в|في|ב)\s+\p{Lu}[^@]*|(?:in|في)\s+\p{Lo}[^@]*)$/su;

/** What people do, at the end of a name's line. */
export const POST = new RegExp(
  `(?<![\\p{L}])(?:${[
    "staff|staff writers?|reporters?|correspondents?|writers?|editors?|bureau chief|bureau|columnists?|analysts?|contributors?",
    "korrespondent(?:in|en)?|redakteur(?:in)?|reporter(?:in)?|redaktion|journalist(?:in|e)?",
    "correspondante?|rédact(?:eur|rice)|envoyée? spéciale?|corresponsal|enviad[oa] especial|redactora?|redacción|periodista",
    "corrispondente|inviat[oa](?: special[ei])?|redazione|giornalista|correspondente|repórter|redação|jornalista",
    "корреспондент|обозреватель|журналист|редакция|مراسل(?:ة|نا)?|كاتبة?|محررة?|כתב(?:ת|נו)?",
  ].join("|")})$`,
  "iu",
);

/** One meaning of an abbreviation: its offset from UTC in minutes, where it is used, and the country's code. */
export type ZoneMeaning = { readonly minutes: number; readonly where: string; readonly region?: string };

/**
 * Abbreviations of zones with their offsets from UTC in hours and minutes. The first meaning of an ambiguous one is
 * read unless the document says where it comes from.
 *
 * Sources: RFC 822 section 5.1 (UT to PDT); the abbreviations of the tz database since 1990; those that it had until
 * 2017 and that `java.util.TimeZone` still prints (MSD, BRT, SGT …); the German MEZ and MESZ; MEST and HAEC, which mail
 * and Unix use. Libraries with such a table that were tried have wrong offsets (NDT, WIT) and name one meaning only.
 */
const TABLE = `
UT +0; UTC +0; UCT +0; GMT +0; Z +0; ZULU +0; WET +0; EGST +0
EST -5; EDT -4; CDT -5; MDT -6; PDT -7
MST -7; PST -8
AKST -9; AKDT -8; HST -10; HDT -9; HAST -10; HADT -9; YST -9; YDT -8; ADT -3; NDT -2:30
CET +1; MET +1; MEZ +1; WEST +1; CEST +2; MEST +2; MESZ +2; CEDT +2; HAEC +2; EET +2; EEST +3; EEDT +3; OEZ +2; OESZ +3
WAT +1; WAST +2; CAT +2; SAST +2; EAT +3
MSD +4; TRT +3; FET +3; SAMT +4; GET +4; AZT +4
YEKT +5; OMST +6; NOVT +7; KRAT +7; IRKT +8; YAKT +9; VLAT +10; MAGT +11; SAKT +11; SRET +11; PETT +12; ANAT +12
IRST +3:30; IRDT +4:30; AFT +4:30; IDT +3; PKT +5; PKST +6; UZT +5; TJT +5; TMT +5; NPT +5:45; KGT +6; BTT +6; MMT +6:30
ICT +7; WIB +7; WITA +8; WIT +9; SGT +8; MYT +8; HKT +8; PHT +8; PHST +8; AWST +8; AWDT +9; ULAT +8; HOVT +7; BNT +8
JST +9; KST +9; KDT +10; TLT +9; ACST +9:30; ACDT +10:30; AEST +10; AEDT +11; LHST +10:30; LHDT +11; CHST +10; PGT +10
NZST +12; NZDT +13; CHAST +12:45; CHADT +13:45; FJT +12; FJST +13; TVT +12; GILT +12; TOT +13; LINT +14; NCT +11; VUT +11
NUT -11; SAMOA -11; TAHT -10; MART -9:30; GAMT -9; EASST -5; GALT -6; COT -5; PET -5; ECT -5; VET -4; BOT -4
GYT -4; CLT -4; CLST -3; PYT -3; UYT -3; UYST -2; ART -3; BRT -3; BRST -2; GFT -3; SRT -3; PMST -3; PMDT -2; FNT -2
WGT -3; WGST -2; AZOT -1; AZOST +0; CVT -1; EGT -1; MUT +4; SCT +4; RET +4; MVT +5
`;

/** Abbreviations that stand for several zones today, or did since 1990. */
const AMBIGUOUS: Readonly<Record<string, readonly ZoneMeaning[]>> = {
  CST: [
    { minutes: -360, where: "Central Standard Time in America, as RFC 822 has it", region: "US" },
    { minutes: 480, where: "China", region: "CN" },
    { minutes: -300, where: "Cuba", region: "CU" },
  ],
  IST: [
    { minutes: 330, where: "India", region: "IN" },
    { minutes: 60, where: "Ireland in summer", region: "IE" },
    { minutes: 120, where: "Israel", region: "IL" },
  ],
  BST: [
    { minutes: 60, where: "Britain in summer", region: "GB" },
    { minutes: 360, where: "Bangladesh", region: "BD" },
    { minutes: 660, where: "Bougainville", region: "PG" },
  ],
  AST: [
    { minutes: -240, where: "the Atlantic coast of America", region: "CA" },
    { minutes: 180, where: "Arabia", region: "SA" },
  ],
  GST: [
    { minutes: 240, where: "the Gulf", region: "AE" },
    { minutes: -120, where: "South Georgia", region: "GS" },
    { minutes: 600, where: "Guam", region: "GU" },
  ],
  SST: [
    { minutes: -660, where: "Samoa", region: "AS" },
    { minutes: 480, where: "Singapore", region: "SG" },
  ],
  NST: [
    { minutes: -210, where: "Newfoundland", region: "CA" },
    { minutes: 345, where: "Nepal", region: "NP" },
  ],
  AMT: [
    { minutes: -240, where: "Amazonia", region: "BR" },
    { minutes: 240, where: "Armenia", region: "AM" },
  ],
  AMST: [
    { minutes: -180, where: "Amazonia in summer", region: "BR" },
    { minutes: 300, where: "Armenia in summer", region: "AM" },
  ],
  BDT: [
    { minutes: 360, where: "Bangladesh", region: "BD" },
    { minutes: 480, where: "Brunei", region: "BN" },
  ],
  CCT: [
    { minutes: 390, where: "the Cocos Islands", region: "CC" },
    { minutes: 480, where: "China in older tables", region: "CN" },
  ],
  WST: [
    { minutes: 480, where: "Western Australia", region: "AU" },
    { minutes: 780, where: "Samoa", region: "WS" },
  ],
  ACT: [
    { minutes: -300, where: "Acre", region: "BR" },
    { minutes: 570, where: "Central Australia", region: "AU" },
  ],
  EAST: [
    { minutes: -360, where: "Easter Island", region: "CL" },
    { minutes: 600, where: "Eastern Australia", region: "AU" },
  ],
  ALMT: [
    { minutes: 300, where: "Kazakhstan since March 2024", region: "KZ" },
    { minutes: 360, where: "Kazakhstan before March 2024", region: "KZ" },
  ],
};

const FIXED: ReadonlyMap<string, number> = new Map(
  TABLE.trim()
    .split(/[;\n]/)
    .map((entry) => {
      const [name = "", offset = ""] = entry.trim().split(" ");
      const [hours = "", minutes = "0"] = offset.slice(1).split(":");
      return [name, (Number(hours) * 60 + Number(minutes)) * (offset.startsWith("-") ? -1 : 1)];
    }),
);

/** Moscow kept summer time from 27 March 2011 to 26 October 2014, and called it MSK. */
const MOSCOW_SUMMER = { from: Date.parse("2011-03-27T02:00:00Z"), until: Date.parse("2014-10-26T02:00:00Z") };

/**
 * The meanings of an abbreviation, the likeliest first. Returns none if it is not known.
 *
 * @param name in capital letters
 * @param local milliseconds of the wall clock, read as UTC
 */
export function zoneMeanings(name: string, local: number): readonly ZoneMeaning[] {
  if (name === "MSK") {
    const isSummer = local >= MOSCOW_SUMMER.from && local < MOSCOW_SUMMER.until;
    return [{ minutes: isSummer ? 240 : 180, where: "Moscow" }];
  }
  const minutes = FIXED.get(name);
  if (minutes !== undefined) return [{ minutes, where: "" }];
  return AMBIGUOUS[name] ?? [];
}

/** Whether a word is an abbreviation of a zone. */
export function isZoneAbbreviation(name: string): boolean {
  return name === "MSK" || FIXED.has(name) || Object.hasOwn(AMBIGUOUS, name);
}

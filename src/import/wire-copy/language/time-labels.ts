/**
 * The words before a time of publication and before a time of change, in the languages of most news pages. `Intl` has
 * no words for these. A time with a label that is not here is read as one without a label.
 */
const PUBLISHED = [
  "(?:first |originally )?(?:published|posted|issued|released)(?: date)?|publication date|date published",
  "(?:erst)?veröffentlicht|erschienen|veröffentlichung",
  "(?:première publication|publiée?|mise? en ligne|date de publication)",
  "publicad[oa]|publicación|fecha de publicación|publicação",
  "pubblicat[oa]|pubblicazione",
  "опубликован[оа]?|дата публикации|опубліковано",
  "(?:تاريخ )?النشر|نُ?شرت?|نُ?شر",
  "פורסם|פורסמה|תאריך פרסום",
  "公開日時|公開日|公開|公表|配信日時|配信|掲載|発信",
  "发布时间|发布于|发布|發布時間|發佈時間|發布於|發布|發佈|发表于|发表时间|發稿時間|发稿时间|来源时间",
  "입력시간|입력|등록|송고시간|송고|발행|게시|기사입력",
  "gepubliceerd|geplaatst|publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowan[oy]|publikováno",
  "yayınlanma(?: tarihi)?|yayın tarihi|giriş(?: tarihi)?|diterbitkan|đăng|δημοσίευση",
];
const UPDATED = [
  "(?:last |latest )?(?:updated?|modified|modification|revised|edited)(?: date)?",
  "(?:zuletzt )?(?:aktualisiert|geändert)|aktualisierung|letzte aktualisierung|stand",
  "(?:dernière )?(?:mise? à jour|modifiée?|modification|actualisée?)",
  "(?:última )?(?:actualizad[oa]|actualización|modificad[oa])",
  "(?:ultimo )?(?:aggiornat[oa]|aggiornamento|modificat[oa])",
  "(?:última )?(?:atualizad[oa]|atualização)",
  "(?:последнее )?(?:обновлен[оа]|обновление|изменен[оа]|оновлено)",
  "(?:آخر |تاريخ )?(?:ال)?تحديث|حُ?دّ?ثت?|عُدّ?ل",
  "(?:עודכן|עודכנה)(?: לאחרונה)?|עדכון אחרון",
  "最終更新|更新日時|更新日|更新时间|更新時間|更新于|更新於|更新",
  "최종수정|수정시간|수정|업데이트|갱신|최종 업데이트",
  "bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|zaktualizowan[oy]|aktualizacja|aktualizováno",
  "güncellenme(?: tarihi)?|güncelleme(?: tarihi)?|son güncelleme|diperbarui|cập nhật|ενημέρωση",
];
/** Small words between a label and its time. */
const LINK = "(?:\\s+(?:on|at|al|alle|às|am|le|el|il|em|den|op|в|في|ב))?";

const anyOf = (words: readonly string[]) => `(?:${words.join("|")})`;
const LABEL_SOMEWHERE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?<updated>${anyOf(UPDATED)})|${anyOf(PUBLISHED)})(?![\\p{L}\\p{M}])`,
  "giu",
);
const BEHIND_LABEL = new RegExp(`^${LINK}(?<colon>\\s*[:：])?\\s*`, "iu");

const ENGLISH =
  /^(?:first |originally |last |latest )?(?:published|posted|issued|released|publication|date|updated?|modified|modification|revised|edited)/i;

/** The first label that is not English. Only English-language pages write the month before the day in figures. */
export function foreignLabelIn(lines: readonly string[]): string | undefined {
  const labels = lines.filter((line) => line.length <= 120 && /\p{Nd}/u.test(line)).flatMap(timeLabelsIn);
  return labels.find(({ label }) => !ENGLISH.test(label))?.label;
}

/**
 * A label found in a line: where it starts, whether it speaks of a change, whether a colon follows, and where the text
 * behind it starts.
 */
export type FoundLabel = {
  readonly label: string;
  readonly isUpdate: boolean;
  readonly hasColon: boolean;
  readonly start: number;
  readonly end: number;
};

/** All labels of a line, in its order. */
export function timeLabelsIn(line: string): readonly FoundLabel[] {
  return [...line.matchAll(LABEL_SOMEWHERE)].map((match) => {
    const end = match.index + match[0].length;
    const behind = BEHIND_LABEL.exec(line.slice(end, end + 40));
    return {
      label: match[0],
      isUpdate: match.groups?.updated !== undefined,
      hasColon: behind?.groups?.colon !== undefined,
      start: match.index,
      end: end + (behind?.[0].length ?? 0),
    };
  });
}

/**
 * What WordPress calls the category of posts that have none, in the languages that its installer speaks: the
 * translations of "Uncategorized" and of "Default category slug" in its language files.
 */
const NAMES = `
  Allgemein, Be kategorijos, Bez kategorii, Bez kategorijas, Bez tēmas, Chưa được phân loại, Egyéb,
  Fără categorie, Geen categorie, Genel, Gun roinn-seòrsa, Heb Gategori, I pakategorizuar, Ikke kategoriseret,
  Isio-gawanyo, Isio-gawanywa, Kateqoriyasız, Khác, Määratlemata, Nekategorisano, Nekategorizirano, Neuvrščeni,
  Nezaradené, Nezařazené, Non classé, Okategoriserade, Ongekategoriseer, Ora ono kategorine, Pelbagai,
  Sailkatugabeak, Sem categoria, Sen categorizar, Sen categoría, Senkategoria, Sense categoria, Senza categoria,
  Sin categorizar, Sin categoría, Tak Berkategori, Tanpa Katagori, Ukategoriseret, Ukategorisert, Uncategorised,
  Uncategorized, Uten kategori, Yleinen, nekategorizovano, Óflokkað, Αταξινόμητα, Χωρίς κατηγορία,
  Без категория, Без категорії, Без рубрики, Без рубрыкі, Некатегоризирано, Некатегоризовано, Առանց կատեգորիայի,
  כללי, دسته بندی نشده, سەھىپىگە ئايرىلمىغان, سەھىپە ئايرىلمىغان, غير مصنف, متفرق, هاوپۆل نەکراو, هاوپۆلنه كراو,
  अवर्गीकृत, বিভাগবিহীন, பிரிவற்றது, வகைப்படுத்தப்படாதது, වර්ගීකරණය නොකළ, ไม่มีหมวดหมู่, ကဏ္ဍ ခွဲမထား,
  კატეგორიის გარეშე, 未分类, 未分類, 미분류
`
  .split(",")
  .map(folded);

/** The name in Catalan. It is an ordinary section in many other languages. */
const AMBIGUOUS = { name: "general", language: "ca" };

/**
 * Whether a category is the one that WordPress gives to posts without one. Its name decides, in any language, since a
 * site may have changed its language after its first day. The slug does not: many sites rename this category to "News",
 * and its slug stays.
 *
 * @param isFirst whether it is the category with the number 1, which the installer makes
 */
export function isDefaultCategory(category: {
  readonly name: string;
  readonly isFirst: boolean;
  readonly language: string | undefined;
}): boolean {
  const name = folded(category.name);
  if (name === AMBIGUOUS.name) return category.isFirst || category.language?.split("-")[0] === AMBIGUOUS.language;
  return NAMES.includes(name);
}

/** Without case, accents, and the difference between a space, a hyphen and a joiner. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s\u200B-\u200D-]+/g, " ")
    .trim();
}

/** Labels that pages put before the name of a photographer, in several languages. */
export const CREDIT_LABEL = `(?:${[
  "pics?|(?:file )?photos?(?: credit| by| courtesy(?: of)?)?|photograph(?:s|er|y)?(?: by)?|pictures?(?: by| credit)?|images?(?: credit| by| source)?",
  "(?:image|photo|picture)? ?credits?|image source|source photo|illustration(?: by)?|graphic|video(?: by)?",
  "(?:archiv)?fotos?|bild(?:quelle|nachweis)?|fotografía|fotografia|imagen|immagine|imagem|crédit(?:os?|s)?(?: photo)?|crédito da foto|foto de",
  "фото|фотография|صورة|الصورة|تصوير|מקור תמונה|צילום|תמונה",
  "写真提供|写真|撮影|提供|图片来源|圖片來源|图源|图|圖|摄影|攝影|照片|사진 ?제공|사진 ?출처|사진",
].join("|")})`;

/** Companies that sell pictures, beside the news agencies. */
export const PICTURE_AGENCY =
  /(?<!\p{L})(?:Getty(?: Images)?|Shutterstock|EPA(?:-EFE)?|EFE-EPA|Alamy|NurPhoto|Imago(?: Images)?|picture alliance|ZUMA(?: Press)?|Depositphotos|iStock|Unsplash|Reuters Connect|PA Images|WireImage|ABACA|Hans Lucas|SIPA|Magnum|Scanpix|Pool|Handout)(?!\p{L})/iu;

/** What a credit of a wire says besides names. */
export const CREDIT_WORDS =
  /\b(?:photos?|photograph(?:er)?|pictures?|images?|courtesy|handout|file|pool|provided|getty|shutterstock|graphic|foto|archiv)\b|写真|사진|图|摄|攝|Фото|صورة|צילום|撮影/iu;

/** What pages print behind a credit for the readers of the page. */
export const BEHIND_CREDIT =
  /(?:(?<![\s,])[\s,]{1,3}(?:purchase licensing rights|opens new tab|hide caption|toggle caption|enlarge(?: this)? image|buy photo|view (?:full )?image|view image in fullscreen))+\.?$/i;

import type { PseudoRandom } from "./pseudo-random.ts";

type Phrases = readonly [string, ...string[]];

/**
 * A language of the seeded articles. Any subject, predicate and ending make a sentence together, so the phrases of a
 * language agree with one another in number, gender and tense.
 */
export type SeedLanguage = {
  /** BCP 47. */
  readonly tag: string;
  readonly subjects: Phrases;
  readonly predicates: Phrases;
  readonly endings: Phrases;
  /** How a sentence is put together from `S`, `P` and `E`. A headline has no `E` and no full stop. */
  readonly sentence: string;
  readonly headline: string;
  /** Before a number, it is the name of a person who does not exist. */
  readonly reporter: string;
  /** A place that does not exist, as it stands before the first sentence. */
  readonly dateline: string;
  /** The label of a related link. */
  readonly readMore: string;
  /** What the generated pictures show. */
  readonly picture: string;
  readonly tags: Phrases;
};

/** One phrase a line. */
function phrases(text: string): Phrases {
  const [first = "", ...others] = text
    .trim()
    .split("\n")
    .map((line) => line.trim());
  return [first, ...others];
}

const SPACED = { sentence: "S P E.", headline: "S P" };

const ENGLISH: SeedLanguage = {
  ...SPACED,
  tag: "en",
  subjects: phrases(`the harbour office
    the ferry company
    the town council
    the new bridge
    the night market
    the island school
    the weather station
    the boat builder
    the fish market
    the old lighthouse
    the city orchestra
    the library on the hill
    the bus company
    the shipyard
    the museum of knots
    the rowing club
    the bakery on the quay
    the botanical garden`),
  predicates: phrases(`opens again
    asks for more time
    publishes its figures
    changes its timetable
    moves to a larger building
    repairs its roof
    counts fewer visitors
    welcomes its first guests
    raises its prices
    looks for volunteers
    waits for better weather
    signs a new contract
    closes for a week
    answers its critics
    finds an old map
    plans a second route
    tries a quieter engine
    doubles its budget`),
  endings: phrases(`after a long winter
    before the holidays
    for the third year in a row
    without giving a reason
    while the quay is being rebuilt
    despite the storm
    as the committee had asked
    at the cost of a small loan
    earlier than expected
    with the help of its neighbours
    until the end of the month
    according to the minutes of the meeting
    in spite of two late objections
    because the tide allows it`),
  reporter: "Reporter",
  dateline: "SAMPLE BAY",
  readMore: "READ MORE",
  picture: "A generated drawing: the sun above hills and the sea",
  tags: phrases(`ferries
    budgets
    tides
    schools
    weather
    markets
    music
    archives
    R&D
    C++
    open data
    night trains`),
};

const OTHERS: readonly SeedLanguage[] = [
  {
    ...SPACED,
    tag: "de",
    subjects: phrases(`die Hafenbehörde
      der Gemeinderat
      das Fährunternehmen
      die Inselschule
      der Fischmarkt
      das Knotenmuseum
      die Straßenbahn
      der Ruderverein`),
    predicates: phrases(`öffnet wieder
      verlangt mehr Zeit
      veröffentlicht neue Zahlen
      ändert den Fahrplan
      sucht Freiwillige
      wartet auf besseres Wetter
      schließt für eine Woche
      prüft das Übergangslösungsverfahren`),
    endings: phrases(`nach einem langen Winter
      vor den Ferien
      ohne Angabe von Gründen
      trotz des Sturms
      zum dritten Mal in Folge
      bis zum Ende des Monats`),
    reporter: "Berichterstatterin",
    dateline: "MUSTERHAFEN",
    readMore: "MEHR DAZU",
    picture: "Eine erzeugte Zeichnung: die Sonne über Hügeln und Meer",
    tags: phrases(`Fähren
      Haushalt
      Gezeiten
      Straßenbahn`),
  },
  {
    ...SPACED,
    tag: "fr",
    subjects: phrases(`le port
      la mairie
      le marché de nuit
      l’école de l’île
      la station météo
      le chantier naval
      la bibliothèque
      le vieux phare`),
    predicates: phrases(`rouvre ses portes
      demande plus de temps
      publie ses chiffres
      change d’horaires
      cherche des bénévoles
      attend une météo plus clémente
      ferme pour une semaine
      retrouve une ancienne carte`),
    endings: phrases(`après un long hiver
      avant les vacances
      sans donner de raison
      malgré la tempête
      pour la troisième année de suite
      jusqu’à la fin du mois`),
    reporter: "Journaliste",
    dateline: "PORT-MODÈLE",
    readMore: "À LIRE AUSSI",
    picture: "Un dessin généré : le soleil au-dessus des collines et de la mer",
    tags: phrases(`marées
      écoles
      météo
      bibliothèques`),
  },
  {
    ...SPACED,
    tag: "es",
    subjects: phrases(`el puerto
      el ayuntamiento
      la escuela de la isla
      el mercado nocturno
      la estación meteorológica
      el astillero
      la biblioteca
      el viejo faro`),
    predicates: phrases(`abre de nuevo
      pide más tiempo
      publica sus cifras
      cambia de horario
      busca voluntarios
      espera mejor tiempo
      cierra durante una semana
      encuentra un mapa antiguo`),
    endings: phrases(`después de un largo invierno
      antes de las vacaciones
      sin explicar por qué
      a pesar de la tormenta
      por tercer año consecutivo
      hasta fin de mes`),
    reporter: "Reportera",
    dateline: "BAHÍA EJEMPLO",
    readMore: "LEA TAMBIÉN",
    picture: "Un dibujo generado: el sol sobre las colinas y el mar",
    tags: phrases(`mareas
      año nuevo
      educación
      puertos`),
  },
  {
    ...SPACED,
    tag: "tr",
    sentence: "S E P.",
    subjects: phrases(`liman idaresi
      belediye meclisi
      ada okulu
      gece pazarı
      hava istasyonu
      eski deniz feneri
      kütüphane
      kürek kulübü`),
    predicates: phrases(`yeniden açılıyor
      ek süre istiyor
      rakamlarını yayımlıyor
      tarifesini değiştiriyor
      gönüllü arıyor
      bir hafta kapanıyor
      eski bir harita buluyor
      çatısını onarıyor`),
    endings: phrases(`uzun bir kışın ardından
      tatilden önce
      gerekçe göstermeden
      fırtınaya rağmen
      üst üste üçüncü yıl
      ay sonuna kadar`),
    reporter: "Muhabir",
    dateline: "ÖRNEK LİMANI",
    readMore: "DEVAMI",
    picture: "Üretilmiş bir çizim: tepelerin ve denizin üzerinde güneş",
    tags: phrases(`gelgit
      okullar
      kütüphaneler
      ışık`),
  },
  {
    ...SPACED,
    tag: "ru",
    subjects: phrases(`порт
      городской совет
      ночной рынок
      старый маяк
      музей узлов
      гребной клуб
      ботанический сад
      рыбный рынок`),
    predicates: phrases(`снова открывается
      просит больше времени
      публикует отчёт
      меняет расписание
      ищет добровольцев
      ждёт хорошей погоды
      закрывается на неделю
      находит старую карту`),
    endings: phrases(`после долгой зимы
      перед праздниками
      без объяснения причин
      несмотря на шторм
      третий год подряд
      до конца месяца`),
    reporter: "Корреспондент",
    dateline: "ПРИМЕРНАЯ ГАВАНЬ",
    readMore: "ЧИТАЙТЕ ТАКЖЕ",
    picture: "Созданный программой рисунок: солнце над холмами и морем",
    tags: phrases(`порты
      школы
      приливы
      ёлки`),
  },
  {
    ...SPACED,
    tag: "el",
    subjects: phrases(`το λιμάνι
      το δημοτικό συμβούλιο
      το σχολείο του νησιού
      το μουσείο των κόμβων
      το ναυπηγείο
      το παλιό τυπογραφείο`),
    predicates: phrases(`ανοίγει ξανά
      ζητά περισσότερο χρόνο
      δημοσιεύει στοιχεία
      αλλάζει πρόγραμμα
      αναζητά εθελοντές
      κλείνει για μία εβδομάδα`),
    endings: phrases(`μετά από έναν μακρύ χειμώνα
      πριν από τις γιορτές
      χωρίς να εξηγεί τον λόγο
      παρά την καταιγίδα
      μέχρι το τέλος του μήνα`),
    reporter: "Συντάκτης",
    dateline: "ΔΕΙΓΜΑ",
    readMore: "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ",
    picture: "Σχέδιο από υπολογιστή: ο ήλιος πάνω από λόφους και θάλασσα",
    tags: phrases(`λιμάνια
      σχολεία
      μουσεία`),
  },
  {
    ...SPACED,
    tag: "ar",
    subjects: phrases(`الميناء
      المجلس البلدي
      السوق الليلي
      متحف العقد
      نادي التجديف
      سوق السمك
      مصنع السفن`),
    predicates: phrases(`يفتح أبوابه من جديد
      يطلب مزيدا من الوقت
      ينشر أرقامه
      يغير مواعيده
      يبحث عن متطوعين
      ينتظر طقسا أفضل
      يغلق لمدة أسبوع`),
    endings: phrases(`بعد شتاء طويل
      قبل العطلة
      دون ذكر السبب
      رغم العاصفة
      للعام الثالث على التوالي
      حتى نهاية الشهر`),
    reporter: "مراسل",
    dateline: "خليج المثال",
    readMore: "اقرأ أيضا",
    picture: "رسم مولد آليا: الشمس فوق التلال والبحر",
    tags: phrases(`موانئ
      مدارس
      طقس
      أسواق`),
  },
  {
    ...SPACED,
    tag: "he",
    subjects: phrases(`הנמל
      שוק הלילה
      המגדלור הישן
      מוזיאון הקשרים
      מועדון החתירה
      בית הספר באי
      הגן הבוטני`),
    predicates: phrases(`נפתח מחדש
      מבקש עוד זמן
      מפרסם נתונים
      משנה את לוח הזמנים
      מחפש מתנדבים
      נסגר לשבוע
      מוצא מפה ישנה`),
    endings: phrases(`אחרי חורף ארוך
      לפני החגים
      בלי לנמק
      למרות הסערה
      בפעם השלישית ברציפות
      עד סוף החודש`),
    reporter: "כתב",
    dateline: "מפרץ הדוגמה",
    readMore: "קראו גם",
    picture: "ציור ממוחשב: השמש מעל גבעות וים",
    tags: phrases(`נמלים
      מזג אוויר
      מוזיאונים`),
  },
  {
    ...SPACED,
    tag: "fa",
    sentence: "S E P.",
    subjects: phrases(`بندر
      شورای شهر
      بازار شبانه
      مدرسهٔ جزیره
      کتابخانه
      فانوس دریایی قدیمی`),
    predicates: phrases(`دوباره باز می‌شود
      زمان بیشتری می‌خواهد
      آمار خود را منتشر می‌کند
      داوطلب می‌پذیرد
      یک هفته تعطیل می‌شود
      نقشه‌ای قدیمی پیدا می‌کند`),
    endings: phrases(`پس از زمستانی طولانی
      پیش از تعطیلات
      بدون توضیح
      با وجود توفان
      برای سومین سال پیاپی`),
    reporter: "گزارشگر",
    dateline: "بندر نمونه",
    readMore: "بیشتر بخوانید",
    picture: "طرحی رایانه‌ای: خورشید بر فراز تپه‌ها و دریا",
    tags: phrases(`بندرها
      مدرسه‌ها
      کتابخانه‌ها`),
  },
  {
    ...SPACED,
    tag: "hi",
    sentence: "S E P।",
    subjects: phrases(`बंदरगाह
      नगर निगम
      रात्रि बाज़ार
      द्वीप का विद्यालय
      मौसम केंद्र
      पुराना पुस्तकालय`),
    predicates: phrases(`फिर से खुल रहा है
      और समय माँग रहा है
      आँकड़े प्रकाशित कर रहा है
      समय सारणी बदल रहा है
      स्वयंसेवक खोज रहा है
      एक सप्ताह बंद रहेगा`),
    endings: phrases(`लंबी सर्दी के बाद
      छुट्टियों से पहले
      बिना कारण बताए
      तूफ़ान के बावजूद
      लगातार तीसरे वर्ष`),
    reporter: "संवाददाता",
    dateline: "नमूना बंदर",
    readMore: "और पढ़ें",
    picture: "कंप्यूटर से बना चित्र: पहाड़ियों और समुद्र के ऊपर सूरज",
    tags: phrases(`बंदरगाह
      मौसम
      विद्यालय`),
  },
  {
    tag: "ja",
    sentence: "SはEP。",
    headline: "SがP",
    subjects: phrases(`港湾事務所
      町議会
      夜市
      島の学校
      気象台
      古い灯台
      図書館
      植物園`),
    predicates: phrases(`再び開く
      期限の延長を求める
      統計を公表する
      時刻表を改める
      ボランティアを募る
      一週間休業する
      古い地図を見つける`),
    endings: phrases(`長い冬のあと、
      連休を前に、
      理由を明かさずに、
      嵐にもかかわらず、
      三年続けて、`),
    reporter: "記者",
    dateline: "見本港",
    readMore: "関連記事",
    picture: "プログラムで描いた絵：丘と海の上の太陽",
    tags: phrases(`港
      学校
      天気
      図書館`),
  },
  {
    ...SPACED,
    tag: "ko",
    sentence: "S E P.",
    subjects: phrases(`항만 사무소가
      마을 의회가
      야시장이
      섬 학교가
      기상 관측소가
      오래된 등대가
      도서관이`),
    predicates: phrases(`다시 문을 연다
      시간을 더 달라고 요청한다
      통계를 발표한다
      시간표를 바꾼다
      자원봉사자를 찾는다
      일주일 동안 문을 닫는다`),
    endings: phrases(`긴 겨울이 지난 뒤
      연휴를 앞두고
      이유를 밝히지 않고
      폭풍에도 불구하고
      삼 년 연속으로`),
    reporter: "기자",
    dateline: "견본항",
    readMore: "관련 기사",
    picture: "프로그램이 그린 그림: 언덕과 바다 위의 해",
    tags: phrases(`항구
      학교
      날씨`),
  },
  {
    tag: "zh-Hant",
    sentence: "ESP。",
    headline: "SP",
    subjects: phrases(`港務處
      鎮議會
      夜市
      離島學校
      氣象站
      舊燈塔
      圖書館
      植物園`),
    predicates: phrases(`重新開放
      要求延長期限
      公布統計數字
      更改時刻表
      招募志工
      停業一週
      找到一張舊地圖`),
    endings: phrases(`漫長的冬天過後，
      連假之前，
      在沒有說明原因的情況下，
      儘管有暴風雨，
      連續第三年，`),
    reporter: "記者",
    dateline: "範例港",
    readMore: "延伸閱讀",
    picture: "電腦繪製的圖畫：山丘與大海之上的太陽",
    tags: phrases(`港口
      學校
      天氣`),
  },
];

/** English first. It is the language of most articles. */
export const SEED_LANGUAGES: readonly [SeedLanguage, ...SeedLanguage[]] = [ENGLISH, ...OTHERS];

export function seedSentence(language: SeedLanguage, random: PseudoRandom): string {
  return assemble(language.sentence, language, random);
}

export function seedHeadline(language: SeedLanguage, random: PseudoRandom): string {
  return assemble(language.headline, language, random);
}

function assemble(pattern: string, { tag, subjects, predicates, endings }: SeedLanguage, random: PseudoRandom): string {
  const parts: Readonly<Record<string, string>> = {
    S: random.pick(subjects),
    P: random.pick(predicates),
    E: random.pick(endings),
  };
  const text = pattern.replaceAll(/[SPE]/g, (letter) => parts[letter] ?? "");
  const [first = ""] = text;
  return first.toLocaleUpperCase(tag) + text.slice(first.length);
}

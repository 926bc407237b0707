/** The texts of the gallery's publication in one language. Articles differ between the directions in these alone. */
export type Texts = {
  readonly language: string;
  readonly publication: { readonly title: string; readonly description: string; readonly rights: string };
  readonly sections: readonly (readonly [title: string, description: string])[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly place: string;
  readonly headlines: readonly (readonly [title: string, summary: string])[];
  readonly paragraph: string;
  readonly heading: string;
  readonly quotation: string;
  readonly picture: { readonly description: string; readonly caption: string; readonly credit: string };
  readonly readMore: string;
  readonly corrections: readonly string[];
  readonly retraction: string;
  readonly episode: string;
  readonly film: string;
  readonly document: string;
  readonly terms: readonly string[];
};

export const LEFT_TO_RIGHT: Texts = {
  language: "en",
  publication: {
    title: "Harbour & Hill",
    description: "News from two towns <and the water between>.",
    rights: "© 2026 Harbour & Hill",
  },
  sections: [
    ["Harbour", "Ships and tides, and the people who wait for both."],
    ["Hill", "Farms, roads and weather."],
  ],
  people: ["Ada Ferrier", "Bo Lindqvist", "Noor al-Amin"],
  tags: ["Ferries", "R&D", "Local history"],
  place: "PORT ELLEN",
  headlines: [
    ["Ferry & tide: a new timetable “by spring” 🛳", "Crossings double, and the last boat leaves at 23:10."],
    ["Slipway reopens", "Stone by stone."],
    [
      "The council votes for a third time this year on whether the old lighthouse keeper's cottage may become a library",
      "Nine members were for it and nine against, so the chair had to decide. She asked for a week, a map and the letters that the keeper's family wrote in the winter of 1911, when the road was closed for forty days.",
    ],
    ["Hill farm measures its wettest March", "212 mm of rain fell in 31 days."],
    ["Why the clock on the quay is four minutes slow", "It was set by a ship."],
    ["Donaudampfschifffahrtsgesellschaftskapitän retires", "A long name for a short walk home."],
  ],
  paragraph:
    "The harbour master read the figures aloud, once for the council and once for the people who stood outside in the rain. Nobody asked for them a third time.",
  heading: "What changes in April",
  quotation: "A timetable is a promise with numbers in it.",
  picture: {
    description: "A ferry at the slipway at dusk",
    caption: "The ferry at its berth on Sunday, before the first crossing.",
    credit: "HARBOUR & HILL/POOL",
  },
  readMore: "READ MORE",
  corrections: [
    "An earlier version gave the last crossing as 22:10 instead of 23:10.",
    "The name of the harbour master was misspelt.",
  ],
  retraction: "The figures came from another harbour, and we did not check them.",
  episode: "Episode 12: the night boat",
  film: "The crossing in one minute",
  document: "The timetable",
  terms: ["Crossing", "Leaves", "Fare"],
};

export const RIGHT_TO_LEFT: Texts = {
  language: "ar",
  publication: {
    title: "الميناء والتل",
    description: "أخبار من بلدتين <والماء بينهما>.",
    rights: "© 2026 الميناء والتل",
  },
  sections: [
    ["الميناء", "السفن والمد والجزر، ومن ينتظرهما."],
    ["التل", "المزارع والطرق والطقس."],
  ],
  people: ["ليلى حداد", "سامر نعمة", "Ada Ferrier"],
  tags: ["عبارات", "R&D", "تاريخ محلي"],
  place: "بورت إيلين",
  headlines: [
    ["العبّارة والمد: جدول جديد «بحلول الربيع» 🛳", "تتضاعف الرحلات، ويغادر آخر قارب في الساعة 23:10."],
    ["إعادة فتح المنزلق", "حجرًا بعد حجر."],
    [
      "المجلس يصوّت للمرة الثالثة هذا العام على تحويل بيت حارس المنارة القديم إلى مكتبة عامة لأهل البلدتين",
      "أيّد القرار تسعة أعضاء وعارضه تسعة، فكان على الرئيسة أن تحسم الأمر. طلبت أسبوعًا وخريطة والرسائل التي كتبتها عائلة الحارس في شتاء عام 1911، حين أُغلق الطريق أربعين يومًا.",
    ],
    ["مزرعة التل تسجّل أكثر أشهر مارس مطرًا", "هطل 212 مم من المطر في 31 يومًا."],
    ["لماذا تتأخر ساعة الرصيف أربع دقائق؟", "ضُبطت على ساعة سفينة."],
    ["شركة Coastal Wire تفتح مكتبًا في الميناء", "يعمل فيه ثلاثة صحفيين ومصوّر واحد."],
  ],
  paragraph:
    "قرأ مدير الميناء الأرقام بصوت عالٍ، مرة للمجلس ومرة لمن وقفوا في الخارج تحت المطر. ولم يطلبها أحد مرة ثالثة.",
  heading: "ما الذي يتغير في أبريل",
  quotation: "جدول المواعيد وعدٌ فيه أرقام.",
  picture: {
    description: "عبّارة عند المنزلق وقت الغروب",
    caption: "العبّارة في مرساها يوم الأحد، قبل الرحلة الأولى.",
    credit: "الميناء والتل",
  },
  readMore: "اقرأ أيضًا",
  corrections: ["ذكرت نسخة سابقة أن آخر رحلة في الساعة 22:10 بدلًا من 23:10.", "كُتب اسم مدير الميناء خطأً."],
  retraction: "جاءت الأرقام من ميناء آخر، ولم نتحقق منها.",
  episode: "الحلقة 12: قارب الليل",
  film: "الرحلة في دقيقة واحدة",
  document: "جدول المواعيد",
  terms: ["الرحلة", "تغادر", "الأجرة"],
};

/** Apple's categories of podcasts, with their subcategories. */
const list = (names: string) => names.split(";").map((name) => name.trim());

export const APPLE_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Arts: list("Books; Design; Fashion & Beauty; Food; Performing Arts; Visual Arts"),
  Business: list("Careers; Entrepreneurship; Investing; Management; Marketing; Non-Profit"),
  Comedy: list("Comedy Interviews; Improv; Stand-Up"),
  Education: list("Courses; How To; Language Learning; Self-Improvement"),
  Fiction: list("Comedy Fiction; Drama; Science Fiction"),
  Government: [],
  History: [],
  "Health & Fitness": list("Alternative Health; Fitness; Medicine; Mental Health; Nutrition; Sexuality"),
  "Kids & Family": list("Education for Kids; Parenting; Pets & Animals; Stories for Kids"),
  Leisure: list("Animation & Manga; Automotive; Aviation; Crafts; Games; Hobbies; Home & Garden; Video Games"),
  Music: list("Music Commentary; Music History; Music Interviews"),
  News: list("Business News; Daily News; Entertainment News; News Commentary; Politics; Sports News; Tech News"),
  "Religion & Spirituality": list("Buddhism; Christianity; Hinduism; Islam; Judaism; Religion; Spirituality"),
  Science: list(
    `Astronomy; Chemistry; Earth Sciences; Life Sciences; Mathematics; Natural Sciences; Nature; Physics;
    Social Sciences`,
  ),
  "Society & Culture": list("Documentary; Personal Journals; Philosophy; Places & Travel; Relationships"),
  Sports: list(
    `Baseball; Basketball; Cricket; Fantasy Sports; Football; Golf; Hockey; Rugby; Running; Soccer; Swimming; Tennis;
    Volleyball; Wilderness; Wrestling`,
  ),
  Technology: [],
  "True Crime": [],
  "TV & Film": list("After Shows; Film History; Film Interviews; Film Reviews; TV Reviews"),
};

/** The lists before 2019, which directories still read. */
export const FORMER_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Arts: list("Literature; Fashion & Beauty"),
  "Arts & Entertainment": list(
    "Architecture; Design; Entertainment; Games; Performing Arts; Photography; Poetry; Science Fiction",
  ),
  "Audio Blogs": [],
  Business: list("Business News; Careers; Finance; Investing; Management & Marketing; News; Shopping"),
  Comedy: [],
  Education: list("Education Technology; Educational Technology; Higher Education; K-12; Language Courses; Training"),
  Family: [],
  Food: [],
  "Games & Hobbies": list("Automotive; Aviation; Hobbies; Other Games; Video Games"),
  "Government & Organizations": list("Local; National; Non-Profit; Regional"),
  Health: list(
    "Alternative Health; Diet & Nutrition; Fitness; Fitness & Nutrition; Relationships; Self-Help; Sexuality",
  ),
  International: list(
    `Australian; Belgian; Brazilian; Canadian; Chinese; Dutch; French; German; Hebrew; Italian; Japanese; Norwegian;
    Polish; Portuguese; Spanish; Swedish`,
  ),
  "Movies & Television": [],
  "News & Politics": [],
  Politics: [],
  "Public Radio": [],
  "Religion & Spirituality": list("New Age; Other; Philosophy"),
  "Science & Medicine": list("Medicine; Natural Sciences; Social Sciences"),
  "Society & Culture": list("History"),
  "Sports & Recreation": list("Amateur; College & High School; Outdoor; Professional"),
  "Talk Radio": [],
  Technology: list(
    `Computers; Developers; Gadgets; Information Technology; News; Operating Systems; Podcasting; Smart Phones;
    Software How-To; Tech News; Text/Speech`,
  ),
  Transportation: list("Automotive; Aviation; Bicycles; Commuting"),
  Travel: [],
};

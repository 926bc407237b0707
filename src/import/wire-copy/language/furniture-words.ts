/**
 * What news pages print for the readers of the page, in several languages. Most furniture is known by its form and
 * place; these lines are furniture wherever they stand.
 */
const LINES = [
  // English
  "(?:share|save|print|listen|bookmark|gift|copy link|link copied|email|e-mail|tweet|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|flipboard|messenger|pinterest|instagram|threads|bluesky|mastodon)(?: (?:this|article|story|page|link))*",
  "(?:share|save|listen to|print|gift|download|translate|bookmark|read|hear|play|watch|view|discuss|rate|email|send|give|add|open|buy|expand|resize|zoom)(?: (?:this|the|to|on|with|via|by|in|our|a|an|full|audio|video|more|as|for|later|image|picture|photo|gallery|article|story|page|version|link|facebook|twitter|x|email|whatsapp|app|clip|post|text|size|list|now))+",
  "(?:advertisement|advertising|advertorial|ad|ads|sponsored(?: content| by .{1,30})?|paid content|promoted)",
  "advertisement\\s*[-–—:]?\\s*(?:continue reading.*|scroll to continue.*|story continues.*)|(?:article|story) continues (?:below|after)(?: (?:this|the|advertisement|ad))*|continue reading(?: below| the main story)?|skip (?:advertisement|ad|past .{1,60}|to .{1,40})",
  "#+ ?-? ?min(?:ute)?s?(?: to)? read(?:ing time)?|reading time:? ?#+ ?min(?:ute)?s?|#+[ -]min(?:ute)?s?[ -](?:listen|watch|video|audio)|heard on .{2,40}|read a summary of this .{2,40}|estimated reading time.{0,20}|read time:? ?#+.{0,8}",
  "(?:view |show |read |see |all |leave a |post a |add a )?(?:#+ )?comments?(?: \\(?#+\\)?)?|no comments(?: yet)?|join the (?:conversation|discussion)|be the first to comment",
  "#+ (?:shares?|views?|likes?|reads?|reactions?)|#+ of #+|(?:image|photo|slide|picture) #+ of #+|#+ ?/ ?#+(?: photos?)?",
  "(?:follow|subscribe|sign up|sign in|log in|register|join|donate|contribute|support us|subscribe now|become a member|create account|my account)(?: (?:us|now|here|today|for|to|on|our|the|free|newsletter|newsletters|google news|facebook|twitter|x|whatsapp|channel|alerts|updates|email))*",
  "(?:make us preferred|add us as (?:a )?preferred(?: source)?|preferred source|add .{1,30} as (?:a |your )?preferred source|prefer us)(?: on google)?|(?:follow|read|see) .{1,30} on google(?: news)?",
  "(?:getting your .{1,30} audio ready|this article is more than # (?:years?|months?) old|text size|font size|a a a|aa|top|back to top|close|menu|search|more|next|previous|play|pause|mute|unmute|loading|hide caption|toggle caption|transcript|audio|video player is loading|enlarge(?: this)? image|purchase licensing rights(?:, opens new tab)?|purchase licensing rights|live now|watch live|breaking news|opens in (?:a )?new (?:tab|window)|summary|companies|key points|in brief|related topics?|topics|tags|most read|most popular|trending(?: now)?|top stories|latest news|recommended(?: for you)?|you might also like|editor'?s picks?|around the web)",
  "our standards:.*|(?:all rights reserved|terms of (?:use|service)|privacy policy|cookie policy|cookie settings|contact us|about us)\\.?",
  "#|ad feedback|open image in gallery|see all topics|install the .{2,40} app.{0,20}|skip .{2,60} and continue reading|end of .{2,40}|saltar .{2,60} y continuar leyendo|final de .{2,40}|pule .{2,60} e continue lendo|fim d[eoa] .{2,40}|пропустить .{2,60} чтение|конец истории.{0,40}|تخطى .{2,60} القراءة|.{2,40} نهاية|(?:role|título del autor|cargo), .{2,80}|#+ ?(?:min|мин|דק|分钟|分鐘|분|dk)\\p{L}{0,8}\\.?|[x#]+x|weitere nachrichten|das könnte sie auch interessieren|sponsor message|close ad|advertisement ?[·|] ?scroll to continue|suggested topics:?|click here to share.{0,40}|share#|list(?: #)? of # items?|list # of #|end of list|add .{1,30} on google(?: info)?|prefer .{1,30} on google|view image in fullscreen|most viewed.{0,30}|read later|see all|remove|playlist|item # of #|stay up to date with.{0,120}|article audio|toggle (?:play|menu)|report (?:a )?(?:typo|error|correction)s?|republish(?: this article)?|support local journalism.{0,60}|get in touch|share your (?:story|thoughts|feedback)|thank you for reading.{0,60}|why you can trust.{0,40}|learn more|find out more|see more|view more|load more|show more|show less|read full story|leer en español|watch on youtube|photo gallery|view gallery|(?:story )?highlights|\\[pr\\]|pr|list",
  // German
  "registrieren|zusammenfassen|zusammenfassung|artikelzusammenfassung|mehr erfahren|jetzt (?:lesen|abonnieren|anmelden).{0,30}|zum (?:thema|autor).{0,20}|leserbriefe?|feedback|vorlesefunktion|audio|hier klicken.{0,40}|mehr zum hintergrund.{0,120}|(?:artikel )?(?:teilen|drucken|merken|vorlesen|anhören|kommentieren|speichern|verschenken|vorlesen lassen|hören)(?: (?:auf|per|via) .{1,20})?|anzeige|werbung|#+ kommentare?|kommentare?(?: \\(?#+\\)?)?|zur startseite|zum inhalt springen|lesezeit:? ?(?:ca\\. ?)?#+ ?min(?:uten?|\\.)?|#+ ?min\\.? lesezeit|lesedauer:? ?#+ min.{0,6}|artikel (?:anhören|teilen|merken|drucken|vorlesen|verschenken|speichern)|folgen(?: sie uns.{0,20})?|abonnieren|newsletter|anmelden|schrift(?:größe)?|bildergalerie|mehr",
  // French
  "passer la publicité|fenêtre modale|lire le journal numérique|lecture zen|lire la suite|voir plus|en savoir plus|voir les commentaires|suivre|télécharger.{0,30}|découvrir|offrir cet article|(?:partager|imprimer|enregistrer|sauvegarder|écouter|commenter|offrir)(?: (?:cet|l')? ?article| sur .{1,20})?|publicité|annonce|#+ commentaires?|commentaires?(?: \\(?#+\\)?)?|lecture:? ?#+ ?min\\.?(?:utes?)?|temps de lecture:? ?#+.{0,8}|#+ ?min(?:utes)? de lecture|s'abonner|abonnez-vous|suivez-nous|réservé aux abonnés|article réservé.{0,20}|lire plus tard|ajouter à vos favoris|accueil|réagir|copier le lien",
  // Spanish
  "saber más|ver más|conforme a los criterios.{0,40}|haz clic.{0,40}|regístrate|iniciar sesión|leer más|seguir leyendo|añádenos en google|(?:compartir|guardar|imprimir|escuchar|comentar|enviar)(?: (?:esta|este|el|la) (?:noticia|artículo|nota))?(?: en .{1,20})?|publicidad|anuncio|#+ comentarios?|comentarios?(?: \\(?#+\\)?)?|#+ ?min(?:utos)?(?: de lectura)?|tiempo de lectura:? ?#+.{0,8}|lectura:? ?#+.{0,8}|suscríbete|suscribirse|síguenos(?: en .{1,20})?|copiar enlace|portada|ver comentarios",
  // Italian
  "leggi i commenti|leggi tutto|scopri di più|accedi|registrati|ascolta la notizia|regala|(?:condividi|stampa|salva|ascolta|commenta)(?: (?:l'|questo )?articolo| su .{1,20})?|pubblicità|annuncio|#+ commenti|commenti(?: \\(?#+\\)?)?|#+ ?min(?:uti)?(?: di lettura)?|tempo di lettura:? ?#+.{0,8}|abbonati|iscriviti|seguici(?: su .{1,20})?|copia link|riproduzione riservata.{0,40}",
  // Portuguese
  "clique aqui.{0,60}|saiba mais|ver mais|seguir|ouça|diminuir fonte|aumentar fonte|leia mais|(?:compartilhar|compartilhe|partilhar|partilhe|salvar|ouvir|guardar|imprimir|comentar)(?: (?:esta|este|o|a) (?:notícia|artigo|matéria))?(?: no .{1,20})?|publicidade|anúncio|#+ comentários?|comentários?(?: \\(?#+\\)?)?|#+ ?min(?:utos)? de leitura|tempo de leitura:? ?#+.{0,8}|assine|siga-nos(?: no .{1,20})?|copiar link|continua após a publicidade",
  // Russian and Ukrainian
  "поделиться(?: .{1,20})?|сохранить|распечатать|печать|реклама|слушать|#+ комментари(?:й|я|ев)|комментарии(?: \\(?#+\\)?)?|подписаться(?: .{1,20})?|подпишитесь.{0,40}|время чтения:? ?#+.{0,8}|читать #+ мин.{0,4}|скопировать ссылку|поширити|зберегти",
  // Turkish, Dutch, Nordic, Polish
  "paylaş|yazdır|kaydet|dinle|reklam|yorumlar|abone ol|delen|bewaren|afdrukken|luister|advertentie|reacties|dela|spara|annons|lyssna|del|lagre|skriv ut|annonse|udostępnij|drukuj|reklama|komentarze",
  // Arabic and Hebrew
  "شارك(?: .{1,20})?|مشاركة(?: .{1,20})?|حفظ|طباعة|إعلان|اعلان|استمع(?: .{1,30})?|#* ?تعليقات?|#+ تعليق|تابعنا(?: .{1,20})?|اشترك(?: .{1,20})?|مدة القراءة.{0,20}|وقت القراءة.{0,20}|نسخ الرابط|الخط|حجم الخط",
  "שתפו?|שיתוף|הדפסה|שמירה|פרסומת|האזנה|האזינו.{0,20}|#* ?תגובות|הוסף תגובה|הרשמה|עקבו אחרינו.{0,20}|זמן קריאה.{0,16}|העתקת קישור|כתבו לנו",
  // East Asia
  "写真・図版|この記事は(?:有料|会員).{0,30}|有料会員.{0,40}|残り ?#+ ?文字|続きを読む|もっと見る|印刷する|メール|記事を読む|スキ|シェア(?:する)?|保存|印刷|広告|聴く|音声で聞く|コメント(?:を?する)?(?: ?#+件?)?|#+ ?コメント|フォロー(?:する)?|会員登録|会員限定|ツイート|ポスト(?:する)?|ブックマーク|スクラップ|記事を(?:印刷|保存|シェア).{0,6}|有料記事|拡大する|文字サイズ|この記事を(?:シェア|聞く|保存).{0,6}",
  "[小大中]字[号號]|分享让更多人看到|推荐阅读|原标题[:：].{0,60}|[(（【]?(?:责编|責編|责任编辑|編輯|编辑)[:：].{0,30}|返回首页|更多|微信|微博|复制链接|複製連結|朗读|用微信.{0,20}|分享(?:到.{0,10}|至.{0,10})?|收藏|打印|列印|广告|廣告|收听|收聽|聆聽|评论(?:\\(?#*\\)?)?|留言|#+ ?(?:评论|評論|条评论|則留言)|关注|關注|订阅|訂閱|字[号號體体]:?.{0,12}|放大|缩小|縮小|加入收藏|手机看|扫码.{0,12}|点赞|阅读:? ?#+.{0,6}|瀏覽.{0,8}",
  "기사원문|본문 요약봇|텍스트 음성 변환.{0,20}|글자 크기 변경하기|SNS ?보내기|이 기사를 추천합니다|◎.{0,40}|좋아요|관심뉴스|더보기|공유(?:하기)?|저장|인쇄(?:하기)?|광고|듣기|기사 ?읽어주기|댓글(?: ?#+개?)?|구독(?:하기)?|팔로우|글자 ?크기.{0,10}|스크랩|요약(?:보기)?|본문 듣기|URL ?복사|좋아요 ?#*",
];
/** The mark of the end and of a separation, codes of a desk, and the owner of the rights. */
const MARKS = [
  "[_*~=·•.\\-–—\\s]{2,}|[*#_~]",
  "\\(?(?:end|ends|endit|enditem|끝|完|终|終|了|fin)\\)?",
  "[a-z]{2,4}(?:[-/][a-z]{1,4}){1,4}",
  "\\(?(?:ATTN|EDS|EDITORS?|Eds)\\b.{0,100}\\)?",
  "(?:©|\\(c\\)|ⓒ|copyright).{0,160}|.{0,80}all rights reserved\\.?.{0,80}|<?저작권자.{0,80}|.{0,30}(?:無断転載|禁止转载|禁止轉載|版权所有|版權所有|무단 ?전재).{0,40}|.{0,60}alle rechte vorbehalten\\.?|.{0,40}tous droits réservés\\.?|.{0,40}todos los derechos reservados\\.?",
];

const LINE = new RegExp(`^(?:${LINES.join("|")})[\\s.:!…>»›]*$`, "iu");
const MARK = new RegExp(`^(?:${MARKS.join("|")})$`, "iu");
/** What a page asks its readers to do, as sentences. */
const REQUEST =
  /^(?:install|be the first|sign up|subscribe|save|read|listen|watch|share|add|create|make|get (?:our|the|all|more)|follow|download|join|click|tap|support|help us|register|read all|stay (?:up|in)|want (?:more|to)|don['’]t miss|abonnieren sie|folgen sie|abonnez-vous|inscrivez-vous|suivez|suscríbe|síguenos|recibe|iscriviti|seguici|assine|receba|подпис|اشترك|تابعونا|הירשמו|订阅|關注|关注|扫码)/iu;
const REQUEST_ABOUT =
  /(?:breaking news|newsletter|inbox|e-?mail|app\b|whatsapp|telegram|channel|facebook|twitter|instagram|youtube|google news|podcast|alerts?|subscri|account|reading list|this (?:article|story|page)|for free|kanal|chaîne|canal|boletín|canale|канал|рассыл|نشرة|قناة|ערוץ|公众号|頻道)/iu;
const MAX = { line: 120, request: 300 };

/** Whether a line is furniture by its words alone. */
export function isFurniture(line: string): boolean {
  if (line.length <= MAX.line) {
    const form = line.replace(/\p{Nd}[\p{Nd},.]*/gu, "#").replace(/^(?:[\p{So}\p{Sk}>»›•|\s]+)(?=\S)/u, "");
    if (LINE.test(form) || MARK.test(line)) return true;
  }
  if (line.length <= MAX.request && UNEDITED.test(line)) return true;
  return line.length <= MAX.request && REQUEST.test(line) && REQUEST_ABOUT.test(line);
}

/** What portals print below the copy of an agency. */
const UNEDITED =
  /^[([*\s]*(?:this (?:story|article|report|copy|content)|except for the headline|with inputs? from)\b.{0,120}(?:not (?:been )?edited|auto-?generated|syndicated feed|agency feed|feed)\b|^.{2,60}\b(?:website|web site)\b.{0,220}\bsubscri/i;

/** A mark of the end behind the last sentence of a copy: "Enditem", "（完）". */
export const END_MARK =
  /(?<=[.!?。！？”"」』)])\s*(?:Enditem|Endit|ENDS?|[(（【](?:END|ends?|完|终|終|了|끝)[)）】])\s*$/;

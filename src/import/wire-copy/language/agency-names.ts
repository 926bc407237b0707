/** What agencies are called in other languages, and what pages write for "agencies" where they name none. */
export const FOREIGN_AGENCIES: readonly string[] = [
  ..."رويترز|وكالة رويترز|أ ف ب|ا ف ب|أ.ف.ب|ا.ف.ب|فرانس برس|وكالة فرانس برس|الأناضول|وكالة الأناضول".split("|"),
  ..."أسوشيتد برس|أسوشييتد برس|أ ب|د ب أ|د.ب.أ|شينخوا|وكالة شينخوا|سبوتنيك|تاس|إفي|أنسا|وكالات|الوكالات".split("|"),
  ..."وام|واس|قنا|كونا|سانا|بترا|وفا|بنا|واج|ومع|وكالة الأنباء السعودية|وكالة أنباء الشرق الأوسط".split("|"),
  ..."רויטרס|איי־אף־פי|איי-פי|אי־פי|AP|סוכנויות הידיעות|סוכנויות".split("|"),
  ..."新华社|新華社|新华网|中新社|中新网|中国新闻社|中央社|中通社|路透|路透社|法新社|美联社|美聯社|彭博|彭博社|塔斯社|韩联社|韓聯社|德新社|安莎社|埃菲社".split(
    "|",
  ),
  ..."共同|共同通信|共同社|時事|時事通信|時事通信社|ロイター|ＡＦＰ時事|AFP時事|ＡＰ|ＡＦＰ|タス通信|聯合ニュース|新華社通信".split(
    "|",
  ),
  ..."연합뉴스|연합|뉴시스|뉴스1|로이터|로이터연합뉴스|AFP연합뉴스|AP연합뉴스|AP뉴시스|신화|교도통신|타스".split("|"),
  ..."ТАСС|РИА Новости|Интерфакс|Рейтер|Рейтерс|ИТАР-ТАСС|Укринформ|УНИАН|БЕЛТА|БелТА|Синьхуа".split("|"),
  ..."Agenturen|Nachrichtenagenturen|Agences|Agencias|Agencias de noticias|Agenzie|Agências|Agences de presse".split(
    "|",
  ),
  ..."ANSA.it|AFP-Services|Agentur|Ajanslar|Anadolu Ajansı|DHA|İHA|ANKA|Служба новостей".split("|"),
  ..."dpa-AFX|dpa/lby|dpa-infocom|sid|epd|KNA|Europa Press|Servimedia|LaPresse|Adnkronos|Askanews".split("|"),
  ..."Estadão Conteúdo|Agência Lusa|Agência Estado|Folhapress|ATS|Belga|Le Figaro avec AFP".split("|"),
];

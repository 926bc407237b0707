/** The words of the generated articles: a few hundred, so that the articles compress about as well as prose. */

type Words = readonly [string, ...string[]];

const words = (text: string): Words => {
  const [first = "", ...others] = text.trim().split(/\s+/);
  return [first, ...others];
};

export const NOUNS = words(`
  harbour council ferry bridge library school market budget river station archive museum orchestra hospital factory
  vineyard lighthouse railway depot parliament ministry court tribunal village district province island valley glacier
  reservoir orchard bakery theatre stadium laboratory observatory university newsroom printer ledger charter treaty
  election census strike ceasefire summit protest drought flood harvest winter timetable tariff pension subsidy loan
  mortgage patent vaccine telescope satellite reactor turbine battery cable antenna engine compass anchor carriage
  passenger sailor nurse teacher farmer miner clerk judge minister mayor senator envoy reporter editor witness tenant
  neighbour apprentice architect surgeon engineer astronomer historian translator violinist conductor goalkeeper
  question answer rumour warning promise agreement decision delay proposal inquiry report figure estimate forecast`);

export const VERBS = words(`
  opened closed delayed approved rejected repaired rebuilt measured questioned welcomed criticised postponed extended
  reduced doubled halved published withdrew corrected announced denied confirmed promised defended examined inspected
  crossed reached left entered followed preceded outlasted surprised worried divided united replaced restored moved
  financed insured taxed leased sold bought borrowed returned discovered counted recorded described translated`);

export const ADJECTIVES = words(`
  old new quiet crowded narrow wide early late public private local foreign annual daily provisional permanent modest
  costly cheap safe dangerous empty flooded frozen northern southern eastern western wooden stone electric unfinished
  forgotten famous obscure reluctant patient hurried careful independent elected temporary seasonal regional unpaid`);

export const TURNS = words(`
  after before because although while since until unless despite without beyond against toward during under across
  beside within according however therefore meanwhile instead otherwise nevertheless moreover`);

export const TOPICS = words(`ferries budgets rail tides schools weather courts elections music archives energy health`);

/** What a name in front turns into another speaker: the Ortiz `campaign`. */
export const groups = `campaign team administration camp family government staff foundation organization organisation company firm group party
  ministry department office embassy army police military court newspaper network magazine website panel committee agency
  association union crowd audience study survey poll report lawsuit complaint document memo letter statement filing site page
  blog newspaper channel programme program show book ad account fans allies voters donors colleagues friends
  relatives parents doctors lawyers staffers operatives surrogates campaigners troops forces regime cabinet club`;

/** Days, months and what else tells when. */
export const times = `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow week month year morning
  afternoon evening night day weekend january february march april june july august september october november december
  jan. feb. aug. sept. oct. nov. dec. mon. tues. wed. thurs. fri. last earlier ago recently hours days weeks
  months years minutes moments seconds noon midnight`;

/** Forms of address, in small letters. */
export const titles = `mr. mrs. ms. mr mrs ms miss dr. dr prof. professor sen. rep. gov. sens. reps. lt. col. gen. maj. capt. sgt. adm. rev. pres.
  sir dame lord lady sheikh sheik imam rabbi pope king queen prince princess hon. fr. sr. supt. det. cmdr. judge justice
  madame monsieur senor señor herr pastor bishop cardinal archbishop saint cllr cllr. coun coun. revd insp insp. det supt sgt dc pc dci dcc`;

/** What people are. */
export const roles = `president minister secretary senator governor mayor chairman chairwoman chair chairperson congressman congresswoman
  representative lawmaker premier chancellor ambassador envoy diplomat official officer spokesman spokeswoman spokesperson director
  manager chief head leader boss executive ceo cfo coo founder co-founder cofounder owner partner analyst economist strategist
  pollster adviser advisor aide counsel attorney lawyer prosecutor judge justice sheriff commissioner inspector
  detective sergeant captain lieutenant colonel major general admiral commander professor scholar historian
  scientist researcher expert fellow dean provost principal teacher student editor reporter journalist columnist correspondent host
  anchor author writer novelist poet director producer actor actress singer comedian musician artist activist
  organizer organiser campaigner candidate nominee hopeful contender front-runner frontrunner incumbent delegate
  member councilman councilwoman councilmember councillor alderman speaker whip treasurer coordinator consultant
  businessman businesswoman billionaire entrepreneur investor banker trader farmer doctor physician surgeon nurse
  psychologist psychiatrist pastor priest bishop rabbi imam cleric monk nun preacher veteran soldier pilot
  driver resident neighbor neighbour voter supporter donor surrogate ally rival critic opponent
  widow widower wife husband son daughter brother sister mother father cousin uncle aunt nephew niece
  grandson granddaughter grandmother grandfather mother-in-law son-in-law boyfriend girlfriend
  coach player quarterback striker goalkeeper captain champion golfer boxer king queen prince princess
  president-elect negotiator counterpart deputy vice-president mp mep congressperson undersecretary under-secretary
  comptroller auditor trustee regent superintendent ombudsman interpreter translator photographer designer architect engineer
  chef nurse midwife paramedic firefighter policeman policewoman spy lobbyist broker dealer retailer shopkeeper
  campaigner whistleblower dissident refugee hostage suspect defendant plaintiff witness survivor victim
  tycoon magnate heir heiress oilman lawmaker legislator assemblyman assemblywoman selectman parliamentarian statesman
  vice-chairman vice-chair co-chair co-chairman co-chairwoman co-author co-host co-owner co-director moderator master
  volunteer harbourmaster harbormaster headmaster headmistress keeper ferryman warden ranger curator librarian`;

/** What is said, or says something: `statement`, `sign`. */
export const sayings = `statement tweet message reply response answer question remark remarks letter email e-mail post interview comment comments speech
  words text caption quote warning apology note memo conference advice testimony tweets press release op-ed report article slogan verdict
  sign banner headline motto chant email emails address transcript`;

/** What has a title, and `titled` itself. */
export const works = `show program programme book film movie documentary song album novel play series episode podcast anthem memoir
  ad spot video essay poem painting exhibition titled entitled article column magazine newspaper musical opera`;

/** Who speaks without a determiner. */
export const indefinites = `officials officers police critics supporters others people experts analysts sources source authorities aides advisers democrats republicans
  lawmakers residents witnesses everyone everybody someone somebody nobody protesters demonstrators voters investigators
  prosecutors lawyers doctors researchers scientists organizers reporters diplomats leaders insiders conservatives liberals
  activists executives economists many some several one two three four five six another others both all most`;

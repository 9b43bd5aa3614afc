/** Common first names whose bearers are nearly always of one gender; names given to both are in neither list. */
const FEMALE = `abigail ada adriana aisha alexandra alice alicia alison allison amal alexandria amanda amber amelia amy ana anastasia andrea angela angelica
  anita ann anna anne annie antonia april ashley astrid audrey ayesha barbara beatrice beatriz becky bella beth betsy betty beverly
  bonnie brenda brianna bridget brigitte britney brittany camila camilla carla carly carmen carol carolina caroline carolyn carrie catalina
  catherine cathy cecilia celia chantal charlotte chelsea cheryl chloe christiana christina christine chrystia cindy claire clara clarissa
  claudia colleen connie constance consuelo cornelia cristina crystal cynthia daisy daniela danielle dawn debbie deborah debra delia
  denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise eliza
  elizabeth ella ellen eloise elsa emilia emily emma erica erika erin esmeralda esperanza esther ethel eugenia eva evelyn faith
  fatima felicia fiona florence frances francesca freda gabriela gabriella gabrielle gail georgia georgina geraldine gertrude
  gillian gina gladys gloria grace greta gretchen guadalupe gwen hanna hannah harriet hazel heather heidi helen helena helene
  hilary hillary holly huma ida ilse inez ingrid irene iris irma isabel isabella isabelle ivana ivanka jacqueline jane janet
  janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn josephine joyce juana juanita
  judith judy julia juliana julie juliet june karen karin karina kate kathak katharine katherine kathleen kathryn kathy katie katrina kayla
  kellyanne kimberly kirsten kristen kristin kristina kristine krystal lara latoya laura lauren laurie layla lea leah leila lena
  leona leonor leslie leticia liliana lillian lily linda lindsay lindsey lisa liz lois lola loretta lori lorna lorraine louise lucia lucille lucy
  luisa lydia lynda lynn mabel madeleine madeline magdalena mandy manuela mara marcia margaret margarita margot maria mariana marianne
  marie mariela marilyn marina marine marisol marjorie marlene marsha martha martina mary maryam matilda maureen maxine megan megyn melania
  melanie melinda melissa mercedes meredith mia michele michelle mildred milena mindy miranda miriam mirjana molly monica monique muriel
  myra nadia nadine nancy naomi natalia natalie natasha nellie nicola nicole nina noelia nora noreen norma olga olivia ophelia paloma
  pamela patricia patti paula paulette pauline peggy penelope penny petra phyllis pilar polly priscilla priya rachel ramona raquel
  rebecca regina renata renee rhonda rita roberta rocio rosa rosalind rosalyn rosario rose rosemary roxanne ruth sabrina sally salma
  samantha sandra sara sarah saoirse selena serena shannon sharon sheila shelley sherry shirley silvia simone siobhan sofia sonia sonja sophia sophie
  stacy stella stephanie sue susan susana susannah suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tessa thelma theresa therese tiffany tina
  tracy ursula valentina valeria valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy wilma winifred ximena yasmin
  yolanda yvette yvonne zainab zoe angela oprah condoleezza madeleine sonia nikki loretta elena theresa ruth kamala jacinda ursula`;

const MALE = `aaron abdul abdullah abraham adam adolf adrian ahmad ahmed al alain alan albert alberto aldo alejandro alessandro alexander
  alexei alfonso alfred alfredo ali allan allen alvaro alvin amir amos anatoly anders andre andreas andres andrew angelo angus anthony antoine
  anton antonio antony ari armando arnold arthur arturo augustus barack barney barry bart basil ben benedict benito benjamin bernard bernardo bernie
  bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlo carlos cedric
  cesar chad charles charlie chester chris christian christoph christopher chuck clarence claude claudio clayton clifford clint clive
  clyde colin conrad corey cornelius craig curtis cyril cyrus damian damien dan daniel danny darius darrell darren dave david dean dennis
  denis derek dick diego dieter dimitri dirk dmitri dmitry domingo dominic don donald doug douglas duncan dustin dwayne dwight earl eddie edgar edmund
  eduardo edward edwin eli elias elijah elliot ellis emanuel emilio emmanuel enrique eric erik ernest ernesto esteban ethan eugene evan evo fabio
  federico felipe felix ferdinand fernando fidel floyd francis francisco francois frank franklin franz fred frederick fritz gareth gary gavin
  geoff geoffrey george gerald gerard gerardo giancarlo gilbert giovanni giuseppe glenn gonzalo gordon graham grant greg gregory guido guillermo
  gunther gustavo hakan hamid hank hans harjit harold harris harry harvey hassan hector heinrich helmut henri henry herbert herman howard hubert hugh hugo
  humberto hussein ian ibrahim idrees ignacio igor imran isaac isaiah ismael ivan jack jacob jacques jaime jake jakob james jamil jan jared jason javier
  jay jeb jeff jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johannes john johnny jon jonas jonathan
  jorge jose josef joseph josh joshua juan juergen jules julian julio julius jurgen justin karl keith ken kenneth kenny kevin khalid kirk klaus konstantin kurt kyle
  lance lars larry laurent lawrence lech leo leon leonard leonardo leopold leroy lester lewis liam lindsey lionel lloyd lorenzo lou louis luca lucas luciano
  luigi luis luiz lukas luke malcolm manuel marc marcel marcelo marco marcos marcus mario mark markus martin marvin mateo matt matteo matthew matthias mauricio
  max maxim maximilian mehmet michael michel miguel mike mikhail milos mitch mitt mohamed mohammad mohammed morris moses muhammad mustafa nathan nathaniel ned neil nelson
  nicholas nick nicolas nigel niklas nikolai noah noam noel norman octavio oleg oliver omar orlando oscar osama otto owen pablo paolo pascal patrick paul pedro
  percy perry pete peter petr phil philip philippe phillip pierre pietro porfirio quentin rafael raheem rahm ralph ramon randall randy raoul rashid raul ray raymond
  recep reggie reinhard rene rex reuben ricardo richard rick ricky rob robert roberto robin rod roderick rodney rodrigo roger roland ron ronald ronnie rory ross roy
  ruben rudolf rudy rufus rupert russell ryan salman salvador sam sami samuel santiago saul scott sean sebastian serge sergei sergio seth shane shaun shawn shinzo sidney
  sigmund silvio simon solomon stanley stefan stephen steve steven stewart stuart sven tariq ted terence terrence thaddeus theo theodore thierry thomas tim
  timothy tobias todd tom tomas tommy tony travis trevor tristan tyler ulrich umberto uwe valentin vance vernon victor vidal viktor vince vincent vincenzo vlad vladimir
  volodymyr wallace walter warren wayne werner wilfred wilhelm will willem william willie winston wolf wolfgang xavier yannis yuri yusuf yves zachary zbigniew`;

/** First names that tell no gender, or are rarer. */
const OTHERS = `alexis ashton avery ayanna billie blair blake bobbie brock brooke cameron carey casey celinda chip chrissy clay cory dana darryl deb devin
  drew elissa ezra garrett glen harlan heath hunter ilhan ira jackie jamie jan jerri jessie jody jordan kelly kelsey kerry kim kip kirstjen
  kris kyrsten lamar landon lee leigh leslie logan lynne mackenzie maggie mazie mickey mimi morgan nita orrin parker pat peyton pramila
  preston quinn rand randi rashida reid riley robbie robyn rory rusty sandy shelby sherrod skip sonny spencer stacey sterling taylor terry
  thom tip toby tracey trey tulsi ty val wendell wes woody zach zack zeke`;

const female = 1;
const male = 2;
const other = 4;
const known = new Map<string, number>();
for (const [names, flag] of [
  [FEMALE, female],
  [MALE, male],
  [OTHERS, other],
] as const) {
  for (const name of names.split(/\s+/)) {
    known.set(name, (known.get(name) ?? 0) | flag);
  }
}

/** Whether a word is a common first name. */
export function isFirstName(name: string): boolean {
  return known.has(keyOf(name));
}

/** The gender that a first name tells; undefined for names of both genders, and for most of the world's names. */
export function genderOfFirstName(name: string): 'female' | 'male' | undefined {
  const flags = (known.get(keyOf(name)) ?? 0) & (female | male);
  return flags === female ? 'female' : flags === male ? 'male' : undefined;
}

function keyOf(name: string): string {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 0x61 || code > 0x7a) {
      return name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]/g, '');
    }
  }
  return name;
}

/**
 * Names that many people bear, and words that open many names, of five letters or more, folded: never a slip for
 * another, however near. `Andersen` is not a misspelt `Anderson`, nor `Marina` a misspelt `Martina`.
 */
export function isCommonName(folded: string): boolean {
  common ??= new Set(`${given}${family}${ordinary}`.trim().split(/\s+/));
  return common.has(folded);
}

const given = `
  aaron abigail abraham adrian adriana agnes alana albert alberto alejandra alejandro alessandra alexa
  alexander alexandra alexandre alexis alfonso alfred alfredo alice alicia alison allan allen allison
  alvin amanda amber amelia amina amira anders andre andrea andreas andres andrew angel angela angelica
  angelina angelo anita annabel annette annie anthony antoine anton antonia antonio april ariana
  armando arnold arthur arturo ashley astrid audrey august aurora austin barbara barry beatrice beatriz
  belinda benedict benjamin bernadette bernard bernardo bernie bertha bethany betty beverly bianca
  billy blake bobby bonnie bradley brandi brandon brenda brendan brent brett brian briana bridget
  brooke bruce bruno bryan bryant caitlin caleb calvin cameron camila camilla camille candace candice
  carla carlo carlos carmen carol carole carolina caroline carolyn carrie casey cassandra catalina
  catherine cathy cecil cecilia celeste celia cesar charlene charles charlie charlotte chelsea cheryl
  chester chloe chris christa christian christina christine christopher christy cindy claire clara
  clarence clark claude claudia claudio clayton clement clifford clint clinton clyde colin colleen
  connie connor conrad constance corey cornelia cornelius courtney craig cristian cristina crystal
  curtis cynthia daisy damian damien damon daniel daniela daniele danielle danny daphne darius darlene
  darrell darren darryl daryl david davis dawson deanna debbie deborah debra declan delia denis denise
  dennis derek derrick desmond devin devon diana diane diego dillon dmitri dolores dominic dominick
  dominique donald donna dorian doris dorothea dorothy douglas duncan dustin dwayne dwight dylan eddie
  edgar edith eduardo edward edwin eileen elaine eleanor elena elias elijah elisa elisabeth elise eliza
  elizabeth ellen elliot elliott elmer elsie elvira emanuel emilia emilie emilio emily enrique erica
  erich erick ericka erika ernest ernesto ernst errol erwin esteban estelle esther ethan ethel eugene
  eugenia evangeline evelyn everett fabian fabio faith fatima felicia felicity felipe felix ferdinand
  fernanda fernando fiona flora florence floyd frances francesca francesco francine francis francisco
  franco francois frank frankie franklin frans franz freddie frederic frederick fredrick frida gabriel
  gabriela gabriele gabriella gabrielle gareth garrett gavin geoff geoffrey georg george georges
  georgia georgina gerald geraldine gerard gerardo gerhard gilbert gillian ginger giorgio giovanni
  giulia gladys glenda glenn gloria gordon grace graham grant gregg gregory greta gretchen guadalupe
  guillermo gustav gustavo hamish hanna hannah hannes harley harold harriet harris harrison harry
  harvey hassan hazel heather hector heidi helen helena helene helga henri henrietta henrik henry
  herbert herman hermann hilary hilda hillary holly homer horace howard hubert humphrey hussein ibrahim
  ignacio ingrid irene irina isaac isabel isabella isabelle isaiah ismael israel ivanka jackie jackson
  jacob jacqueline jacques jaime james jamie janet janice janine jared jarrod jasmin jasmine jason
  javier jeanette jeanne jeannie jeffery jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry
  jesse jessica jessie jesus jillian jimmy joachim joanna joanne joaquin jocelyn johan johann johanna
  johannes johnny jolene jonah jonas jonathan jordan jorge josef joseph josephine joshua josie joyce
  juanita judith julia julian juliana julianne julie julien juliet juliette julio julius justin justine
  karen karin karina karla katarina katerina katharine katherine kathleen kathryn kathy katie katrina
  kayla keith kelley kelli kellie kelly kelsey kendra kenneth kenny kerri kerry kevin kieran kimberly
  kirsten krista kristen kristi kristian kristin kristina kristine kristof kurtis laila lance larry
  laura laurel lauren laurence laurent laurie lawrence layla leila leland lenny leonard leonardo leonor
  leopold leroy lesley leslie lester lewis liana lillian lilly linda lindsay lindsey lionel lloyd logan
  lorenzo loretta lorraine louis louisa louise lucas lucia lucian luciana luciano lucille lucinda
  ludwig luisa lukas luther lydia lynda lynette lynne mackenzie madeleine madeline maggie malcolm
  manuel manuela marcel marcela marcella marcelo marcia marco marcos marcus margaret margarita margot
  maria mariah mariam mariana marianne marie mariel marilyn marina mario marion marisa marissa marjorie
  markus marla marlene marlon marsha marta martha martin martina martine marty marvin maryam mason
  matilda matteo matthew matthias maureen maurice mauricio maxine maxwell megan meghan melanie melinda
  melissa melody mercedes meredith merle michael michaela michel michele michelle mickey miguel mikael
  mikhail mildred millie milton mindy miranda miriam mitchell mohamad mohamed mohammad mohammed moira
  molly monica monika monique morgan morris muhammad muriel murray myles myriam nadia nadine nancy
  naomi natalia natalie natasha nathan nathaniel neville nicholas nichole nicola nicolas nicole
  nicolette nigel nikki nikolai nikolas nolan norma norman olive oliver olivia orlando oscar oswald
  pablo pamela paola paolo patrice patricia patrick patsy patti paula pauline pearl pedro peggy
  penelope percy perry peter petra philip philippa philippe phillip phoebe phyllis pierre polly preston
  priscilla quentin quincy rachael rachel rafael ralph ramon ramona randall randolph randy raphael
  raquel raymond rebecca rebekah regina reginald rhonda ricardo richard ricky robert roberta roberto
  robin robyn rocco rochelle roderick rodney rodrigo rogelio roger roland rolando roman romeo ronald
  ronnie rosalie rosalind rosanna rosario rosemarie rosemary rosie rowan roxanne ruben rudolf rudolph
  rufus rupert russell sabrina sally salma salman salvador salvatore samantha samira sammy samuel
  sandra sandy santiago sarah sasha saskia scott sebastian selena selina serena serge sergei sergio
  seymour shane shannon sharon shaun shawn sheila shelby sheldon shelley shelly sheri sherri sherry
  shirley sidney sierra silvia silvio simon simone sofia sonia sonja sonya sophia sophie spencer stacey
  stacy stanley stefan stefania stella stephan stephanie stephen sterling steve steven stewart stuart
  summer susan susana susanna susanne suzanne sydney sylvia sylvie tabitha tamara tamika tammy tanya
  tatiana taylor terence teresa terrance terrell terrence terri terry thelma theodore theresa therese
  thomas tiffany timothy tobias tomas tommy tonya tracey traci tracy travis trent trevor tricia trinity
  trisha tristan tyler tyrone ursula valentina valentine valeria valerie vanessa velma vernon veronica
  vicki vickie vicky victor victoria vincent vincenzo viola violet virgil virginia vivian viviana
  vivienne vladimir walter wanda warren wayne wendell wendy wesley whitney wilbur wilfred wilhelm
  willard william willie willis wilma winifred winston wolfgang xavier yasmin yolanda yvette yvonne
  zachary
`;

const family = `
  abbott abrams acosta adams adkins aguilar ahmed albright aldridge alexander allan allen allison
  alvarado alvarez andersen anderson andersson andrews archer armstrong arnold arroyo ashby atkins
  atkinson austin ayala bailey baker baldwin ballard banks barber barker barlow barnes barnett baron
  barrett barron barry bartlett barton bates bauer baxter beard beasley becker bender bennett benson
  bentley berger bernstein berry bishop black blackburn blackwell blair blake blanchard bolton booker
  booth bowen bowers bowman boyle bradford bradley bradshaw brady branch brandt brennan brewer bridges
  briggs brock brooks brown browne browning bruce bryan bryant buchanan buckley bullock burgess burke
  burks burnett burns burris burton butler byrne cabrera calderon caldwell calhoun callahan camacho
  cameron campbell campos cannon cantrell cantu cardenas carey carlsen carlson carney carpenter
  carrillo carroll carson carter carver casey castillo castro cervantes chambers chandler chaney chang
  chapman charles chase chavez cherry christensen christian church clark clarke clayton clements cline
  cochran cohen coleman coles collier collins colon combs compton conley conner connor conrad contreras
  conway cooke cooley cooper copeland cortes cortez costa costello cotton cowan craft craig crane
  crawford crosby cross cummings cunningham curry curtis dalton daniel daniels daugherty davenport
  davidson davies davis davison dawson decker delacruz delaney deleon delgado dennis dickens dickerson
  dickson dillard dillon dixon dixson dodson dominguez donaldson donovan dorsey dotson douglas downes
  downs doyle drake dudley duffy duncan dunlap duran durham eaton edwards elliot elliott ellis ellison
  emerson england english erickson ericson espinoza estes estrada evans everett ewing farley farmer
  farrell faulkner ferguson fernandes fernandez ferrell fields figueroa finley fischer fisher
  fitzgerald fitzpatrick fleming fletcher flores flowers floyd flynn foley forbes foreman foster fowler
  francis franco frank franklin franks frazier frederick freeman french friedman frost fuentes fuller
  fulton gaines gallagher gallegos galloway gamble garcia gardiner gardner garner garrett garrison
  garza gates gentry george gibbs gibson gilbert giles gillespie gilliam gilmore glass glenn glover
  golden goldman goldstein gomes gomez gonzales gonzalez goodman goodwin gordon gould graham grant
  graves green greene greer gregory griffin griffith griffiths grimes gross guerra guerrero guthrie
  gutierrez guzman haley hamilton hammond hampton hancock haney hansen hanson hardin harding hardy
  harmon harper harrell harrington harris harrison hartman harvey hatfield hawkins hayden hayes haynes
  heath hebert henderson hendricks hendrix henry hensley henson herman hernandez herrera herring hester
  hewitt hickman hicks higgins hines hinton hobbs hodge hodges hoffman hoffmann hogan holcomb holden
  holder holland holloway holman holmes hooper hoover hopkins hopper horne horton house houston howard
  howell howells hubbard huber hudson huffman hughes humphrey hunter hurley hurst hutchinson ingram
  irwin jackson jacobs jacobson james jansen jarvis jefferson jenkins jennings jensen jimenez johns
  johnson johnston johnstone jones jordan joseph joyce juarez justice kaufman kaufmann keith keller
  kelley kelly kennedy kinney kirby kirkland klein kline knapp knight knowles kramer lambert lancaster
  landry lange langley larsen larson lawrence lawson leach leblanc leonard lester levine lewis lindsay
  lindsey little livingston lloyd logan lopes lopez lowery lucas lynch lyons macdonald macdonnell
  macias mackay mackenzie madden maddox maldonado malone manning markham marks marquez marsh marshall
  martin martinez martins mason massey mathews mathis matthews maxwell mayer mcbride mccall mccarthy
  mccarty mcclain mcclure mcconnell mccormick mccoy mccray mccullough mcdaniel mcdonald mcdonnell
  mcdowell mcfadden mcfarland mcgee mcgowan mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie
  mckinney mcknight mclaughlin mclean mcleod mcmahon mcmillan mcneil mcneill mcpherson meadows medina
  mejia melendez melton mendes mendez mendoza mercado mercer merrill merritt meyer meyers michael
  middleton miles millar miller mills miranda mitchell molina monroe montgomery montoya moody mooney
  moore morales moran moreno morgan morin morris morrison morrow morse morton moses mosley mueller
  mullen muller mullins munoz munro murphy murray murry myers navarro nelson newman newton nguyen
  nicholls nichols nicholson nicolson nielsen nieves nixon noble nolan norman norris norton nunez
  obrien ochoa oconnor odonnell oliver olsen olson olsson oneal oneil oneill orourke ortega ortiz
  osborn osborne owens pacheco padilla palmer parker parkes parks parrish parsons patel patterson
  pattison patton payne pearce pearson pennington perez perkins perry peters petersen peterson petty
  phelps philips phillips pickett pierce pittman pitts pollard pollock poole porter potter potts powell
  powers pratt preston price prince proctor pruitt puckett quinn ramirez ramos ramsay ramsey randall
  randolph rasmussen ratliff raymond reagan reese reeves regan reilly reyes reynolds rhodes richard
  richards richardson richmond riddle riggs riley ritter rivas rivera rivers roach robbins roberson
  roberts robertson robinson robles rocha rodgers rodrigues rodriguez rodriquez rogers rojas rollins
  roman romero rosales rosario rowland russel russell russo rutledge salas salazar salinas sampson
  sanchez sanders sanderson sandoval sanford santana santiago santos sargent saunders savage sawyer
  schmidt schmitt schneider schroeder schultz schulz schwartz schwarz scott sears sellers serrano
  sexton shaffer shannon sharp sharpe shelton shepard shepherd sheppard sherman shields short silva
  simmonds simmons simon simons simpson sinclair singleton skinner sloan small smith smyth snider
  snyder solis solomon sparks spears spence spencer spenser stafford stanley stanton stark steele stein
  stephens stephenson stevens stevenson stewart stokes stone stout strickland strong stuart suarez
  sullivan summers sutton swansen swanson sweeney sweet sykes talley tanner taylor terrell terry thomas
  thompson thomson thornton tillman torres townsend travis trevino trujillo tucker turner tyler tyson
  underwood valdez valencia valentine valenzuela vance vargas vasquez vaughan vaughn vazquez velasquez
  velazquez velez villarreal vincent vinson wagner walker wallace waller walls walsh walter walters
  walton warner warren washington waters watkins watson watts weaver weber webster weeks weiss welch
  wells welsh wheeler whitaker white whitehead whitfield whitley whitney wiggins wilcox wilder wiley
  wilkerson wilkins wilkinson william williams williamson willis wilson winters wolfe woodard woods
  woodward wooten workman wright wyatt yates young zamora zimmerman
`;

const ordinary = `
  airlines airways association authority books brothers capital church college company corporation energy estates federation
  foods foundation gallery holdings hospital hotels industries institute insurance international investments journal management
  media motors museum partners pictures press properties records school securities service services society solutions studios
  systems technologies theatre trust university
  africa african america american april asian august australia australian austria austrian avenue
  britain british canada canadian catholic china chinese christian christians commission committee
  congress conservative council county court december democrat democratic democrats department district
  eastern europe european february federal france french friday gambia general german germany
  government greece greek green guinea guyana house india indian international iranian iraqi ireland
  irish islam islamic israel israeli italian italy january japan japanese jewish judge justice korea
  korean labor labour latin latina latino liberal macedonia madam major march marine marines master
  mauritania mauritius mayor mexican mexico minister ministry mister monday muslim muslims nation
  national nations niger nigeria nigerian north northern norway november october paris parish
  parliament party poland police polish portugal president presidents press region republican
  republicans river russia russian saturday scotland scottish secretary senate senator september slovak
  slovakia slovene slovenia south southern spain spanish state states street sunday sweden swedish
  thursday times tuesday turkey turkish ukraine union united wednesday western white world zambia
`;

/** Made when it is first asked for: most drafts have no slip. */
let common: ReadonlySet<string> | undefined;

/**
 * Surnames and first names of three or four letters that many people bear, folded, and words that stand in their place: one is no slip
 * for another, whoever stands beside it. `John Reed` is not a misspelt `John Reid`.
 */
export function isCommonShortName(folded: string): boolean {
  common ??= new Set(shortNames.trim().split(/\s+/));
  return common.has(folded);
}

/** Names of Chinese, Korean and Vietnamese people, in which one letter makes another name: `Chen Wei`, `Chen Wen`. */
export function isNameOfTheEast(folded: string): boolean {
  eastern ??= new Set(familiesOfTheEast.trim().split(/\s+/));
  return eastern.has(folded);
}

const shortNames = `
  abby adam aida alan alba alex ali alma amin amir amos amy ana andy anna anne ann art ava axel ball bank bart bass beck bell ben bert best
  beth bill bird bob bond booth boyd brad brie bush byrd cain carl carr cary case cash chad cher chuck clay coe cohn cole cook coy cox
  cora cruz curt dahl dale dan dana dave day dawn dean del diaz dick dina dion dirk doe don dora doug dow doyle drew duke dunn earl
  eden ella ely emil emma eric erik erin esme eva evan eve ezra farr fay finn fish flor ford fox fred frye fry funk gary gates gene
  gill gina glen good gray greg grey gus hahn hale hall hank hans hart hays hein held hess hill hoff holt hope horn howe hoyt hugo hull
  hunt hurt ian ida igor ines inga inge ira iris ivan jack jake jan jana jane jean jeff jess jill jim joan joe joel john jon jose josh
  joy juan judd judy jung june karl kate katz kay keen kent kerr kim king kirk knox koch kohl kurt kyle lamb lane lang lara law leah
  lee leo leon levi levy liam lima lina linn lisa lise liv liz lois lola long lord lori lott love lowe lucy luis luke luna lynn lyon
  mack mann mara marc mark marx mary matt max may maya mays mead mia mike miles mill mina mona moon moss mott nagy nash neal neil nell
  nick nina noah noel nora nunn ola olga oleg omar oscar otto owen pace page park pat paul peck penn pete phil pike pina pino polk
  pope post rand rao raul ray reed reid rene rhys rice rich rick rios rita rob robb rode roe ron rory rosa rose ross roth roy ruby
  ruiz ruth ryan said saad sam sara saul sean seth shah shaw sims song soto stan sue tara tate ted teri terry thom tim tina todd tom
  tony troy ty upton uri vega vera vick vila wade wahl walt ward webb weil west will wise wolf wong wood wu wynn yang yoon york
  young zoe acre acts army bank bay beach city club coast fire game hall home lake land law life line loch lodge mall mine north park
  peak pier plan pool port race rail road rock row ship show site sky sun team town tree vale view wall week wing wood yard zone year
`;

const familiesOfTheEast = `
  ahn bae bai bang bui cai cao chan chang chen cheng cheung chiang chin cho choe choi chong chou chow chu chun chung cui dai dang deng
  ding dinh doan dong duan duong fan fang feng fong gao geng gong guan guo hahn han hao hoang hong hou hsieh hsu huang hui hung huynh
  jang jeon jeong jiang jin jung kang kong kung kuo kwok kwon lai lam lau leung li liang liao lim lin ling liu luo luong mai meng ngo
  ngai nguyen noh oh ong ouyang pan pang park peng pham phan phung qian qin qiu rhee ren seo shao shen shi shim shin sohn son song
  sun suh sung tan tang tao thai tian tong tran trinh truong tsai tseng tung vuong wan wang wei wen wong woo xiao xie xiong xu xue yan
  yang yao yeh yeo yin yip yoo yoon yu yuan yuen yun zeng zhang zhao zheng zhong zhou zhu zou
`;

/** Made when they are first asked for: most drafts have no slip. */
let common: ReadonlySet<string> | undefined;
let eastern: ReadonlySet<string> | undefined;

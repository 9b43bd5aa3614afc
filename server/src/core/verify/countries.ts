/** A country a row: its name, words for who or what is from there, and behind the bar where its government sits. */
const COUNTRIES = `
afghanistan afghan | kabul
albania albanian | tirana
algeria algerian | algiers
argentina argentine argentinian | buenos-aires
armenia armenian | yerevan
australia australian | canberra
austria austrian | vienna
azerbaijan azerbaijani | baku
bangladesh bangladeshi | dhaka
belarus belarusian | minsk
belgium belgian | brussels
bolivia bolivian | la-paz
brazil brazilian | brasilia
britain british uk united-kingdom great-britain | london
bulgaria bulgarian | sofia
cambodia cambodian | phnom-penh
canada canadian | ottawa
chile chilean | santiago
china chinese | beijing
colombia colombian | bogota
croatia croatian | zagreb
cuba cuban | havana
cyprus cypriot | nicosia
czech-republic czechia czech | prague
denmark danish | copenhagen
ecuador ecuadorian ecuadorean | quito
egypt egyptian | cairo
estonia estonian | tallinn
ethiopia ethiopian | addis-ababa
finland finnish | helsinki
france french | paris
germany german | berlin
ghana ghanaian | accra
greece greek | athens
hungary hungarian | budapest
iceland icelandic | reykjavik
india indian | delhi new-delhi
indonesia indonesian | jakarta
iran iranian | tehran
iraq iraqi | baghdad
ireland irish | dublin
israel israeli | jerusalem
italy italian | rome
japan japanese | tokyo
kazakhstan kazakh | astana
kenya kenyan | nairobi
kuwait kuwaiti | kuwait-city
latvia latvian | riga
lebanon lebanese | beirut
libya libyan | tripoli
lithuania lithuanian | vilnius
luxembourg luxembourgish | luxembourg-city
malaysia malaysian | kuala-lumpur
malta maltese | valletta
mexico mexican | mexico-city
moldova moldovan | chisinau
morocco moroccan | rabat
myanmar burmese | naypyidaw
nepal nepali nepalese | kathmandu
netherlands dutch | hague
new-zealand | wellington
nigeria nigerian | abuja
north-korea north-korean | pyongyang
norway norwegian | oslo
pakistan pakistani | islamabad
peru peruvian | lima
philippines philippine filipino | manila
poland polish | warsaw
portugal portuguese | lisbon
qatar qatari | doha
romania romanian | bucharest
russia russian | moscow
saudi-arabia saudi-arabian saudi | riyadh
senegal senegalese | dakar
serbia serbian | belgrade
singapore singaporean | singapore-city
slovakia slovak slovakian | bratislava
slovenia slovenian slovene | ljubljana
south-africa south-african | pretoria
south-korea south-korean | seoul
spain spanish | madrid
sri-lanka sri-lankan | colombo
sudan sudanese | khartoum
sweden swedish | stockholm
switzerland swiss | bern
syria syrian | damascus
taiwan taiwanese | taipei
tanzania tanzanian | dodoma
thailand thai | bangkok
tunisia tunisian | tunis
turkey turkish | ankara
uganda ugandan | kampala
ukraine ukrainian | kyiv kiev
venezuela venezuelan | caracas
vietnam vietnamese | hanoi
yemen yemeni | sanaa
zambia zambian | lusaka
zimbabwe zimbabwean | harare
`;

const countries = new Map<string, string>();
const capitals = new Map<string, string>();

for (const row of COUNTRIES.trim().split('\n')) {
  const [names = '', seats = ''] = row.split(' | ');
  const [country = '', ...others] = names.split(' ');
  for (const name of [country, ...others]) {
    countries.set(joined(name), country);
  }
  for (const seat of seats.split(' ')) {
    capitals.set(joined(seat), country);
  }
}

const pairs = COUNTRIES.match(/\w+-\w+/g) ?? [];
const PAIR = new RegExp(`\\b(?:${pairs.map(it => it.replace('-', '[ -]')).join('|')})\\b`, 'g');

/** Writes as one word what stands for a country or a capital in a name in small letters: `south korea` is `southkorea`. */
export function joinCountries(name: string): string {
  return name.replace(PAIR, joined);
}

function joined(pair: string): string {
  return pair.replace(/[ -]/, '');
}

/** The country that a word is the name of, or says that somebody is from. */
export function countryOf(word: string): string | undefined {
  return countries.get(word);
}

/** The country whose government sits in a city, and may be called by it: Moscow's foreign ministry is Russia's. */
export function countryBySeat(word: string): string | undefined {
  return capitals.get(word);
}

/** A country a row: its name, words for who or what is from there, and behind the bar where its government sits. */
const COUNTRIES = `
afghanistan afghan | kabul
argentina argentine argentinian | buenos-aires
australia australian | canberra
austria austrian | vienna
belarus belarusian | minsk
belgium belgian | brussels
brazil brazilian | brasilia
britain british uk united-kingdom great-britain | london
canada canadian | ottawa
chile chilean | santiago
china chinese | beijing
colombia colombian | bogota
cuba cuban | havana
denmark danish | copenhagen
egypt egyptian | cairo
estonia estonian | tallinn
ethiopia ethiopian | addis-ababa
finland finnish | helsinki
france french | paris
germany german | berlin
greece greek | athens
hungary hungarian | budapest
india indian | delhi new-delhi
indonesia indonesian | jakarta
iran iranian | tehran
iraq iraqi | baghdad
ireland irish | dublin
israel israeli | jerusalem
italy italian | rome
japan japanese | tokyo
kenya kenyan | nairobi
latvia latvian | riga
lebanon lebanese | beirut
libya libyan | tripoli
lithuania lithuanian | vilnius
malaysia malaysian | kuala-lumpur
mexico mexican | mexico-city
netherlands dutch | hague
nigeria nigerian | abuja
north-korea north-korean | pyongyang
norway norwegian | oslo
pakistan pakistani | islamabad
philippines philippine filipino | manila
poland polish | warsaw
portugal portuguese | lisbon
qatar qatari | doha
romania romanian | bucharest
russia russian | moscow
saudi-arabia saudi-arabian saudi | riyadh
serbia serbian | belgrade
south-africa south-african | pretoria
south-korea south-korean | seoul
spain spanish | madrid
sudan sudanese | khartoum
sweden swedish | stockholm
switzerland swiss | bern
syria syrian | damascus
thailand thai | bangkok
turkey turkish | ankara
ukraine ukrainian | kyiv kiev
venezuela venezuelan | caracas
vietnam vietnamese | hanoi
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

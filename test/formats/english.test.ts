import assert from 'node:assert/strict';
import { languageProblem } from '../../server/src/formats/english.ts';

/** Invented, one paragraph each. */
const foreign: readonly (readonly [language: string, text: string])[] = [
  [
    'Spanish',
    'El alcalde dijo que no subirá los impuestos este año, pero que la ciudad tendrá que gastar más en las escuelas porque hay menos dinero para ellas. También explicó que el puente se cerrará en mayo y que no sabe cuándo va a abrir.',
  ],
  [
    'French',
    'Le maire a dit que les impôts ne seront pas augmentés cette année, mais que la ville doit dépenser plus pour les écoles. Il a expliqué que le pont est fermé et que les travaux sont en retard, ce qui inquiète les habitants du quartier.',
  ],
  [
    'German',
    'Der Bürgermeister sagte, dass die Steuern in diesem Jahr nicht erhöht werden, aber die Stadt muss mehr für die Schulen ausgeben. Die Brücke ist gesperrt, und es wird noch dauern, bis sie wieder offen ist. Das sei nicht zu ändern.',
  ],
  [
    'Italian',
    'Il sindaco ha detto che le tasse non aumenteranno questo anno, ma che la città deve spendere di più per le scuole. Il ponte è chiuso e i lavori sono in ritardo, come ha spiegato anche il suo assessore nel consiglio di ieri.',
  ],
  [
    'Portuguese',
    'O prefeito disse que os impostos não vão subir este ano, mas que a cidade terá de gastar mais com as escolas. A ponte está fechada e as obras são lentas, como também explicou o seu secretário na reunião de ontem.',
  ],
  [
    'Dutch',
    'De burgemeester zei dat de belasting dit jaar niet omhoog gaat, maar dat de stad meer geld aan het onderwijs moet besteden. De brug is dicht en het werk duurt nog wel even, zei zij bij de opening van een school in het dorp.',
  ],
  [
    'Polish',
    'Burmistrz powiedział, że podatki nie wzrosną w tym roku, ale miasto musi wydać więcej na szkoły. Most jest zamknięty i nie wiadomo, jak długo to potrwa, bo prace są opóźnione przez deszcz, o którym mówi się od tygodnia.',
  ],
  [
    'Turkish',
    'Belediye başkanı bu yıl vergilerin artmayacağını, ama okullar için daha çok para gerektiğini söyledi. Köprü kapalı ve ne kadar süreceği belli değil. Bu durum her gün oradan geçen insanlar için zor olarak görülüyor, dedi.',
  ],
  [
    'Indonesian',
    'Wali kota mengatakan bahwa pajak tidak akan naik tahun ini, karena ada dana untuk sekolah yang sudah cukup. Jembatan itu ditutup dan tidak jelas kapan akan dibuka lagi oleh pemerintah, kata mereka dalam rapat pada hari Senin.',
  ],
  [
    'Cyrillic script',
    'Мэр города сказал журналистам, что налоги в этом году не вырастут, но на школы потратят больше.',
  ],
  ['Greek', 'Ο δήμαρχος είπε ότι οι φόροι δεν θα αυξηθούν φέτος, αλλά θα δοθούν περισσότερα στα σχολεία.'],
  ['Arabic script', 'قال رئيس البلدية إن الضرائب لن ترتفع هذا العام لكن المدينة ستنفق المزيد على المدارس'],
  [
    'Japanese',
    '市長は今年の税金は上がらないと述べたが、学校にはもっとお金を使う必要があると話した。橋は閉鎖されたままだ。',
  ],
  [
    'Chinese characters',
    '市长表示今年不会增加税收但是学校需要更多的资金大桥仍然关闭工程进度缓慢居民感到担忧记者昨天在会上提问',
  ],
];

/** Invented too: all of it must be read. */
const english: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['one line', 'Council passes budget'],
  [
    'an article',
    'The mayor said that taxes will not go up this year, but that the city has to spend more on its schools.',
  ],
  [
    'names with particles',
    'Juan de la Cruz, Maria de los Santos, Jan van der Berg, Otto von Stein, Luca di Marco y Soto. '.repeat(
      8,
    ),
  ],
  ['a list of names', 'Ana Ruiz\nTom Okafor\nLi Wei\nPriya Nair\nSven Lund\n'.repeat(20)],
  ['figures', '2018-02-02 14.5 300 12,400 99% 7:30 1 2 3 4 5 6 7 8 9 10 11 12\n'.repeat(20)],
  ['style-sheet breakpoints', '@media (max-width: 480px) { .share { display: none } }\n'.repeat(30)],
  ['capitals', 'MAYOR: WE WILL NOT RAISE TAXES THIS YEAR. CLERK: NOTED. MAYOR: CLOSE THE BRIDGE. '.repeat(6)],
  [
    'ingredients',
    '2 cups flour, 1 tsp salt, 3 eggs, whisk well, bake 40 minutes, cool, slice, serve warm. '.repeat(8),
  ],
  [
    'an English article with a foreign footer',
    `${'The mayor said that taxes will not go up, and the clerk agreed with her. '.repeat(12)}\nMás noticias: el alcalde dijo que no subirá los impuestos este año, pero que hay más gastos para las escuelas y que se cerrará el puente.`,
  ],
  ['a short note in another language', 'Dice que no va, pero que irá también. “Ya no hay nada.”'],
  [
    'an English article that quotes most of it',
    '“No vamos a subir los impuestos este año porque no hay por qué,” she told us, but it has been so on her side as it were. '.repeat(
      4,
    ),
  ],
  [
    'an English article that quotes at length',
    `${'She said in Spanish: “No vamos a subir los impuestos este año porque no hay por qué.” That is what the mayor told the council on Monday, and it was not what they had asked for. '.repeat(4)}`,
  ],
];

describe('the language of a source', () => {
  for (const [language, text] of foreign) {
    it(`does not read ${language}`, () => {
      assert.equal(languageProblem(text), `not read: mostly in ${language}; Stet reads English`);
    });
  }
  for (const [what, text] of english) {
    it(`reads ${what}`, () => assert.equal(languageProblem(text), undefined));
  }
});

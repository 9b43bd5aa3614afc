import { strict as assert } from 'node:assert';
import { article, corpusOf, judge } from './stage.ts';

/** What was said, what the draft makes of it, and the words whose cutting turned it; undefined: nothing turned. */
const cases: readonly (readonly [string, string, string | undefined])[] = [
  // A negation that governs.
  ['There will be no use of heavy lorries on the dyke.', 'use of heavy lorries', 'no'],
  ['We are not permitted to terminate the lease.', 'permitted to terminate the lease', 'not'],
  ['I don’t believe that the mayor took the money.', 'the mayor took the money', 'don’t believe that'],
  ['Nobody wants to raise the rents again.', 'wants to raise the rents', 'Nobody'],
  ['We will not, under any circumstances, sell the ferry.', 'sell the ferry', 'not'],
  ['They never promised us a bridge by May.', 'promised us a bridge by May', 'never'],
  ['She left without signing the agreement.', 'signing the agreement', 'without'],
  ['I doubt that the toll will be paid back.', 'the toll will be paid back', 'doubt that'],
  ['We are far from certain that the dyke will hold.', 'certain that the dyke will hold', 'far from'],
  ['It would be wrong to say the bridge is finished.', 'the bridge is finished', 'wrong to say'],
  // One that does not.
  ['I don’t like him, but he is a good mayor.', 'he is a good mayor', undefined],
  ['I do not know him. He paints his boat every year.', 'He paints his boat every year', undefined],
  ['Not only can she win, she will win by a mile.', 'she will win by a mile', undefined],
  ['Not only is she the best of us, she is the last.', 'only is she the best of us', 'Not'],
  ['There is no doubt that we will finish in time.', 'we will finish in time', undefined],
  ['They did not know that the ice had melted by then.', 'the ice had melted by then', undefined],
  ['We couldn’t go because the road was under water.', 'the road was under water', undefined],
  ['I have no problem with people who sing at night.', 'people who sing at night', undefined],
  ['Why don’t you come and see the house yourself?', 'come and see the house yourself', undefined],
  ['We did what we could; nobody can ask for more than that.', 'We did what we could', undefined],
  // Conditions.
  [
    'If the county signs, the work will start on Monday.',
    'the work will start on Monday',
    'If the county signs,',
  ],
  ['Unless it rains, the harvest is lost to us.', 'the harvest is lost to us', 'Unless it rains,'],
  [
    'The work will start on Monday if the county signs.',
    'The work will start on Monday',
    'if the county signs',
  ],
  ['Even if it rains, the harvest is safe this year.', 'the harvest is safe this year', undefined],
  ['I want to see if there is another way out.', 'there is another way out', 'if'],
  [
    'If you made me guess I would say that the rope was cut.',
    'I would say that the rope was cut',
    'If you made me guess',
  ],
  ['If you ask me I would say that the rope was cut.', 'I would say that the rope was cut', undefined],
  ['If you look at the map we are in the sea.', 'we are in the sea', undefined],
  ['If you look at the map, the road ends in the sea.', 'the road ends in the sea', undefined],
  // Somebody else’s view.
  ['Some people say the mine is still on fire.', 'the mine is still on fire', 'people say'],
  ['They told us the mine was safe to enter.', 'the mine was safe to enter', 'They told us'],
  ['I think the mine is safe to enter.', 'the mine is safe to enter', undefined],
  ['The idea that we would sell the school is absurd.', 'we would sell the school', 'idea that'],
  ['My lawyer says I am not to blame for it.', 'I am not to blame for it', 'My lawyer says'],
  ['The paper insists that we sold the ferry.', 'we sold the ferry', 'The paper insists that'],
  ['The map I drew says that we are lost.', 'we are lost', undefined],
  ['As the song says, we sold the ferry.', 'we sold the ferry', undefined],
  ['This suggests that we sold the ferry.', 'we sold the ferry', undefined],
  ['They accuse me of stealing the church bell.', 'stealing the church bell', 'accuse me of'],
  ['I used to think that the sea was sweet.', 'the sea was sweet', 'used to think that'],
  // What is not so.
  ['I dreamt that I killed the miller’s dog.', 'I killed the miller’s dog', 'dreamt that'],
  ['I joked that the goats had voted for it.', 'the goats had voted for it', 'joked that'],
  ['I joked about the goats on the green.', 'the goats on the green', undefined],
  ['I wish we had a doctor in this town.', 'we had a doctor in this town', 'wish'],
  ['Let’s say I took the money from the box.', 'I took the money from the box', 'Let’s say'],
  ['Imagine the mayor took the money from the box.', 'the mayor took the money', 'Imagine'],
  ['I would imagine the mayor took the money.', 'the mayor took the money', undefined],
  ['It is false that we drank from the well.', 'we drank from the well', 'false that'],
  ['It is absurd that we drank from the well.', 'we drank from the well', undefined],
  // What follows.
  ['We support the plan. But not at any price.', 'We support the plan', 'But not at any price'],
  [
    'We support the plan. However, it will not work before May.',
    'We support the plan',
    'However, it will not work before May',
  ],
  ['We support the plan. But first we must eat something.', 'We support the plan', undefined],
  ['We support the plan, which the county wrote in a week.', 'We support the plan', undefined],
  ['The ferry is not going to sail tonight.', 'The ferry is', 'not going to sail tonight'],
  ['We have nothing to hide from the county.', 'We have', 'nothing'],
];

const said = (text: string): ReturnType<typeof article> =>
  article('a.txt', `Ann Lee | “${text}” Ann Lee said.`);

describe('clipped', () => {
  for (const [source, kept, cut] of cases) {
    it(`${cut === undefined ? 'stands' : 'turned'}: “${kept}” from “${source}”`, () => {
      const [verification] = judge(corpusOf(said(source)), `Ann Lee | “${kept}”`);
      assert.ok(verification);
      const told = JSON.stringify([verification.holds, verification.clipped?.text, verification.changes]);
      if (cut === undefined) {
        assert.ok(!verification.holds.includes('clipped'), told);
      } else {
        assert.equal(verification.verdict, 'clipped', told);
        assert.ok(verification.clipped?.text.startsWith(cut.split(' ')[0]!), told);
        assert.ok(verification.clipped?.text.includes(cut.replace(/,$/, '')), told);
      }
    });
  }

  const leaves: readonly (readonly [string, string, 'clipped' | 'verified'])[] = [
    [
      'We are not permitted to close the school before May.',
      'We are … permitted to close the school',
      'clipped',
    ],
    ['The harbour, which was never finished, is for sale.', 'The harbour … is for sale', 'verified'],
    ['We will build it if the county pays and nobody sues.', 'We will build it … and nobody sues', 'clipped'],
    ['We met on Monday. We ate. Then we signed the papers.', 'We met on Monday … Then we signed', 'verified'],
    ['They have done nothing to stop the flood so far.', 'They have done … to stop the flood', 'clipped'],
    [
      'I hope that nobody here believes a book keeps out rain.',
      'I hope that … a book keeps out rain',
      'clipped',
    ],
  ];
  for (const [source, draft, verdict] of leaves) {
    it(`${verdict}: “${draft}” from “${source}”`, () => {
      const [verification] = judge(corpusOf(said(source)), `Ann Lee | “${draft}”`);
      assert.equal(verification?.verdict, verdict, JSON.stringify(verification?.clipped));
    });
  }

  it('is not what the draft says in its own words', () => {
    const corpus = corpusOf(said('There will be no use of heavy lorries on the dyke, ever.'));
    const verdict = (draft: string): string | undefined => judge(corpus, draft)[0]?.verdict;
    assert.equal(verdict('Ann Lee | Lee promised “use of heavy lorries on the dyke”.'), 'clipped');
    assert.equal(
      verdict('Ann Lee | Lee said there would be no “use of heavy lorries on the dyke”.'),
      'verified',
    );
    assert.equal(verdict('Ann Lee | Lee ruled out any “use of heavy lorries on the dyke”.'), 'verified');
  });

  it('offers the words with what was cut', () => {
    const corpus = corpusOf(said('There will be no use of heavy lorries on the dyke.'));
    const [verification] = judge(corpus, 'Ann Lee | “use of heavy lorries on the dyke,”');
    assert.deepEqual(
      verification?.replacements.map(it => it.text),
      ['no use of heavy lorries on the dyke,'],
    );
  });

  it('lets a source that prints the words so speak for them', () => {
    const clean = article(
      'b.txt',
      'Ann Lee | “I promise the use of heavy lorries on the dyke,” Ann Lee said.',
    );
    const [verification] = judge(
      corpusOf(said('There will be no use of heavy lorries on the dyke.'), clean),
      'Ann Lee | “use of heavy lorries on the dyke”',
    );
    assert.equal(verification?.verdict, 'verified');
  });
});

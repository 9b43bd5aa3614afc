import { Openings } from './layout-openings.ts';
import { nameParticles } from '../text/name-particles.ts';

/**
 * The lines that news sites put around an article. Each pattern must fit the whole line, so that prose which merely
 * opens with the same words (`Share prices fell …`) is safe; `isFurniture` tries them on short lines alone.
 */
const furniture = (): readonly RegExp[] => [
  /^(?:please )?(?:share|tweet|pin|pocket|e-?mail|print|save|copy|embed)(?: (?:this|the|via|on|to|with|it|link|now))*(?: (?:post|article|story|page|link|video|friends?|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|url))*[:.!]?$/i,
  /^(?:(?:click (?:here )?to )?share|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|flipboard|instagram|tumblr|messenger|google\+|e-?mail|print|copy link|copied|rss|youtube|tiktok|bluesky|threads)(?: ?(?:[|,/·•&+]| and )? ?(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|flipboard|instagram|tumblr|messenger|google\+|e-?mail|print|copy link|rss|youtube|tiktok|bluesky|threads|sms))*$/i,
  /^(?:the )?(?:latest|breaking|top|more|related|recent|other|similar|popular|trending|recommended|featured|world|local|national|sponsored|most[- ](?:read|viewed|popular|watched|shared|recent|discussed))(?: (?:latest|breaking|top|related|recent|popular|trending|news|stories|story|articles?|posts?|content|topics?|links?|coverage|reading|videos?|headlines|updates|for you|now|today|here|this week|in (?:news|world|politics|business|sport)|from (?:the |our )?[\w .&'’-]{2,40}|on this (?:story|topic)|by this author|like this|about this|you (?:may|might) like))*[:!]?$/i,
  /^(?:read|see|watch|view|learn|find out|discover|know|show|load)(?: (?:more|also|next|now|live|all|less|full|the (?:full|original|whole|rest|complete|latest)|it|this|original|further|gallery|comments))+(?: (?:article|story|post|tweet|here|of (?:the|this) (?:article|story|post|list)|news|stories|reading|articles|comments|on [\w .]{2,30}|about [\w .]{2,30}|video|at [\w .]{2,40}))*(?: here)?[.:…»>!]*$/i,
  /^(?:related|recommended|trending|advertisement|advertising|sponsored(?: by .{2,40})?|promoted(?: content)?|ads? by .{2,30}|continue reading(?: below| the main story)?|skip (?:to (?:main )?content|advertisement|navigation)|scroll (?:down )?(?:to|for) .{2,40}|loading[. …]*|please wait[. …]*|menu|home|search|close|back to top|top|go|ok|next|previous|prev|play(?: video)?|pause|mute|listen|live|gallery|slideshow|photos?|videos?|transcript|subscribe(?: (?:now|today|here))?|sign (?:in|up)|log ?in|log ?out|register|my account|newsletters?|contact us|about us|advertise(?: with us)?|help|faq|careers|sitemap|comments?|reply|reply to this|like|likes|follow|following|tags?|topics?|categories|share on .{2,20}|end(?:s|it)?|[-–— ]*(?:30|ends)[-–— ]*|tap to .{2,30}|toggle .{2,30}|getty|download(?: the)? app|get the app|open in app|view in (?:app|browser)|photo gallery|image gallery|in pictures|editor['’]?s['’]? (?:picks?|choice)|what['’]?s (?:next|trending|hot)|don['’]?t miss|you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed).{0,30}|from (?:around )?the web|around the web|paid content|partner content|more from .{2,40}|more on (?:this|the) .{2,30}|up next|see also|also read|also see|read also|must read|hide caption|toggle caption|enlarge(?: this)? image)[:.!…]*$/i,
  /^(?:(?:story|article|content|text) continue[sd] (?:below|after)\b.{0,40}|advertisement continue reading.{0,40}|ads?|listen to article.{0,80}|(?:share|tweet|post|e-?mail|print|pin|save|comment|reprints?)(?: (?:this article|share|tweet|post|e-?mail|print|pin|save|comment|reprints?))+|(?:this )?(?:advertisement|ad) (?:has not loaded|feature).{0,60}|(?:article|story) continues below.{0,40})$/i,
  /^(?:watch|video|listen|read more|read also|read next|read|also read|also see|see also|see more|more|related|photos|gallery|slideshow|live(?: blog| updates)?|podcast|recommended|must read|must watch|don['’]?t miss|explainer|graphic|interactive|click here|from the archives?|in case you missed it|icymi|trending|most read|subscribe|tags?|topics?|filed under|keywords?|categories|posted in|share|follow(?: us)?|tip us off|got a tip|contact (?:the )?(?:reporter|author|us)(?: at)?)\s?[:|»>](?:\s|$)/i,
  /^[([] ?(?:also|photos?|videos?|related|see|more|watch|read|listen|interactive|quiz|poll|gallery|click)\b[^()[\]]{0,30}:[^()[\]]{0,160}[)\]]\.?$/i,
  /^(?:sign up|subscribe|register|join|log in|sign in|click|tap)\b.{0,80}\b(?:newsletters?|subscri\w+|e-?mails?|updates|alerts?|inbox|account|free trial|notifications?|channel|mailing list|here|to (?:continue|read|comment|view))\b.{0,60}$/i,
  /^(?:get|receive|want)\b.{0,90}\b(?:newsletters?|inbox|alerts|straight to your|delivered to)\b.{0,60}$/i,
  /^(?:by (?:signing up|subscribing|clicking|continuing|using this)|enter your e-?mail|your e-?mail address|thank you for (?:subscribing|reading|signing)|thanks for (?:subscribing|reading|signing)|you (?:have|['’]ve) (?:successfully|been) (?:subscribed|signed)|we(?:['’]ll| will) never (?:share|sell|post)|unsubscribe at any|already (?:a|have an?) (?:subscriber|member|account|subscription)|support (?:our|quality|independent) journalism|become a (?:member|subscriber|supporter)|this (?:article|story|content) is (?:for|exclusive|available|only)\b.{0,40}subscri|to continue reading|create (?:a free|an) account|you have reached your (?:limit|monthly))\b.{0,140}$/i,
  /^(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? cookies\b.{0,200}|(?:press|news|media) (?:release|statement)|for (?:immediate|general) release|(?:strictly )?embargoed?(?: (?:until|till|for)\b.{0,60})?|we value your privacy|we(?: and our (?:\d+ )?(?:third[- ]party )?partners)? (?:store|use|process)\b.{0,160}\b(?:cookies|your device|a device|personal data)\b.{0,80}|manage options|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences|settings|consent).{0,40}|(?:cookies?|privacy) (?:policy|settings|preferences|notice|statement).{0,80}|terms (?:of|and|&) .{0,60}|do not sell .{0,60}|your privacy (?:choices|rights).{0,60})$/i,
  /^(?:©|\(c\)|copyright\b(?! (?:law|act|bill|case|claim|infring|holder|owner|office|dispute)\w*)).{0,240}$/i,
  /^(?:this (?:material|story|article|report|post|interview|content|transcript) (?:may not be|was (?:originally|first) (?:published|posted|produced)|(?:is|was) (?:re)?published|originally appeared|first appeared|has been (?:edited|updated|corrected|published|auto-generated))|our standards:|(?:the )?views expressed|the opinions expressed|disclaimer:|except for the headline|this (?:story|copy) has not been edited|for the latest (?:news|headlines|updates)|download the .{2,40} app|follow .{1,60} on (?:twitter|facebook|instagram|x|google news|whatsapp|telegram|linkedin|youtube|tiktok)|(?:like|find|visit|join) us on|contact (?:us )?at|send (?:tips|us)|e-?mail:? [\w.]+@|tel:|phone:).{0,160}$/i,
  /^(?:\d[\d,.]*k?|no|view(?: all)?|show(?: all)?|read(?: all)?|leave a|post a|add a|add your|write a|join the|start the|see(?: all)?|load(?: more)?|be the first to)\s?(?:\d[\d,.]*k?)?\s?(?:comments?|shares?|likes?|repl(?:y|ies)|views?|reactions?|retweets?|conversation|discussion|tweets?|reposts?)(?: (?:on|to) .{0,40}| yet| here| below| so far)?[.!:]?$/i,
  /^(?:comments? (?:are|have been|is) (?:closed|disabled|off|moderated)|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:read|ago)|min read|est(?:imated)? reading time.{0,20}|reading time.{0,20}|last (?:updated|modified)\s*:?|page \d+(?: of \d+)?|\d+ of \d+|image \d+ of \d+|slide \d+.{0,10}|font size.{0,20}|text size.{0,20}|listen to (?:this|the) (?:article|story).{0,40}|\d+:\d+ ?(?:min)?|volume 0%|press shift question mark.{0,80}|keyboard shortcuts.{0,40}|(?:your )?browser (?:does not|is not).{0,80}|please (?:enable|turn on|upgrade|activate) .{0,80}|javascript .{0,60}|sorry, (?:this|your|the) .{0,80}|error \d+.{0,40})$/i,
];

/** All in one, since most lines are none of them: one search that fails at once, not one for each. */
let anyFurniture: RegExp | undefined;
const longestFurniture = 260;

/** Whether a short line is one that a news site puts around its articles. */
export function isFurniture(line: string): boolean {
  if (line.length > longestFurniture) return false;
  anyFurniture ??= new RegExp(
    furniture()
      .map(it => it.source)
      .join('|'),
    'i',
  );
  return anyFurniture.test(line) || /all rights reserved/i.test(line);
}

const captionStart =
  /^(?:[([]?(?:file(?: photo| image| picture)?\s?[-–—:]|(?:ap |file )?(?:photo|photograph|image|picture)s?(?: credits?| by| copyright| caption| source| courtesy)?\s?[:/]|(?:image|media) (?:copyright|caption|source)\b|captions?:|credits?:|photo(?:graph)?s? (?:by|courtesy)\b|pictured\s?[:,-]|getty images\b|ap photo\b)|FILE ?[-–—] ?|enlarge this image |media playback is unsupported|hide caption|toggle caption|facebook twitter pinterest |in this (?:\w+\.?,? ){0,4}(?:file )?(?:photo|image|picture|frame)\b)/i;
const captionOpenings = new Openings('fi ap ph im me ca cr pi ge en hi to fa in');
/** Credits in the agencies' own capitals: `REUTERS/Yara Grip`, `HARBOUR TIMES/Ole Brand`, `Chip Day/Getty Images`. */
const agencyCredit =
  /(?:\b(?:REUTERS|AFP|EPA(?:-EFE)?|ANSA|DPA|PTI|XINHUA|KYODO|TASS|Getty(?: Images)?|Bloomberg|Shutterstock|AP Photo|Xinhua)\s?\/\s?\p{Lu}[^\n/]{1,60}|(?:^|[.?!)”"] |\()\p{Lu}{3,}(?: \p{Lu}{3,})?\/ ?\p{Lu}\p{Ll}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]+){0,3}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3} ?\/ ?(?:Reuters|AP|AFP|EPA|Getty(?: Images)?|NPR|UPI|Landov|Bloomberg|AP Photo|Shutterstock|PA|EPA-EFE|POLITICO|USA TODAY(?: Sports)?))\)?\.?$/u;
const photoCredit =
  /(?:[([] ?(?:photo|photograph|image|picture|credit|file photo|file|ap photo|getty|source ?: ?(?:ap|reuters|afp|getty)|courtesy|screenshot|supplied|handout)\b[^()[\]]{0,80}[)\]]|[\s|(/–-](?:getty images|ap photos?|ap images|afp photo|shutterstock|file photo|file image|via (?:ap|reuters|getty images?|afp|shutterstock|storyful)|istock(?:photo)?|(?:photo|photograph|picture|image)s? ?(?:by|courtesy(?: of)?|:) [^\n.]{2,50}))\)?\.?$/i;

/** Whether a block stands under a photograph, as its credit tells. */
export function isCaption(block: string): boolean {
  if (block.length > 700) return false;
  if (block.length <= 400 && (isBracket(block) || captionOpenings.has(block)) && captionStart.test(block))
    return true;
  const tail = block.length > 120 ? block.slice(-120) : block;
  if (tail.includes('/') && agencyCredit.test(tail)) return true;
  // Nearly every paragraph ends in a stop; a credit that does begins with one of three words.
  const stopped = tail.charCodeAt(tail.length - 1) === 46;
  if (stopped && !/hoto|mage|icture/.test(tail)) return false;
  return photoCredit.test(tail);
}

function isBracket(block: string): boolean {
  const first = block.charCodeAt(0);
  return first === 40 || first === 91;
}

const creditOpenings = new Openings('ad fu re wr ed co tr gr pr ph wo wi');
const creditLine =
  /^[([–—\s]*(?:(?:additional |further )?(?:reporting|writing|editing|additional reporting|compiled|translated|translation|graphics?|produced|photography|photographs|words|research)(?: and (?:writing|editing|reporting|photography|research))? (?:by|for [\w ]{2,30} by|in [\p{L} ]{2,30} by)\b|(?:with (?:files|reporting|input|inputs|agency inputs) (?:from|by)\b)).{0,400}$/iu;
const contributed =
  /^.{3,300}\bcontributed (?:reporting |research )?to this (?:report|story|article|dispatch|post)\b.{0,80}$/i;
const byOpenings = new Openings('by st wo wr fr au re');
const byLine = /^(?:By|BY|by|Story by|Words by|Written by|From|FROM|Author:|Reporter:|Byline:)\s+(?=\p{Lu})/u;
/** What a line may go on with after the names: a job, a place, the paper, the date. */
const name = new RegExp(
  String.raw`(?:\p{Lu}[\p{L}.'’-]*|\p{Lu}\.)(?:[ \u00a0](?:${nameParticles}|\p{Lu}[\p{L}.'’-]*))*`,
  'uy',
);
const noPerson =
  /\b(?:press|news|times|post|staff|writers?|reporters?|correspondents?|editors?|editorial|agenc\w*|reuters|afp|bureau|desk|service|team|journal|herald|published|updated|newsroom)\b/i;

/** The names that a byline or credit line gives, as printed; undefined if the block is no such line. */
export function bylineOf(block: string): { readonly names: string | undefined } | undefined {
  if (block.length > 420) return undefined;
  if ((!isPlainLetter(block.charCodeAt(0)) || creditOpenings.has(block)) && creditLine.test(block)) {
    const by = /^[([–—\s]*reporting\b.*? by\s+/i.exec(block);
    return { names: by === null ? undefined : leadingNames(block, by[0].length) };
  }
  if (block.includes('contributed ') && contributed.test(block)) return { names: undefined };
  const by = byOpenings.has(block) ? byLine.exec(block) : null;
  if (
    by === null ||
    block.length > 160 ||
    /[.!?]["”’)]?$/.test(block.replace(/\b\p{Lu}\.$|\b[JS]r\.$/u, ''))
  ) {
    return undefined;
  }
  const names = leadingNames(block, by[0].length);
  const rest = names === undefined ? '' : block.slice(by[0].length + names.length);
  // `By Friday the council had not met` is prose: after the names comes a separator or the end.
  if (/^from/i.test(by[0]) && rest !== '') return undefined;
  return names !== undefined && (rest === '' || /^(?:\s*[,|•·/–—-]|\s+(?:in|for|at|and|\d|@|\())/.test(rest))
    ? { names }
    : undefined;
}

function isPlainLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function leadingNames(line: string, from: number): string | undefined {
  let end = from;
  for (let at = from; ;) {
    name.lastIndex = at;
    const found = name.exec(line);
    if (found === null || noPerson.test(found[0])) break;
    end = name.lastIndex;
    const joint = /^(?:, and |, | and | & |, with )/.exec(line.slice(end, end + 10));
    if (joint === null) break;
    at = end + joint[0].length;
  }
  return end > from ? line.slice(from, end) : undefined;
}

/** A place, perhaps a date, perhaps an agency, and a dash or colon: how wire copy begins. */
const dateline =
  /^(\p{Lu}[\p{L}.'’-]*(?:[ /,]{1,2}(?:\p{Lu}[\p{L}.'’-]*|de|la|del|da|do|am|upon|\d{1,2},?|\d{4}))*)\s*(?:\(([\p{Lu}][\p{L} .&]{1,24})\)\s*[-–—_:]+|\/([\p{Lu}]{2,}[\p{L} ]{0,20})\/|[-–—_]+(?=\s)|:(?=\s))\s*/u;
const agencies =
  /^(?:(?:The )?(?:Thomson )?Reuters|(?:The )?Associated Press|AP|AFP|UPI|CNN|IPS|Xinhua|dpa|ANI|PTI|IANS|TASS|Interfax|Bloomberg(?: News)?|VOA|BBC(?: News)?|AAP|Kyodo|Yonhap|ANSA|EFE|Anadolu|Agencies|NNA|WAM|KUNA|MENA|ITAR-TASS)$/;

/** What a paragraph's dateline gives; `length` is that of the whole dateline. */
export function datelineOf(
  block: string,
): { readonly length: number; readonly place: string; readonly agency: string | undefined } | undefined {
  if (opensAsProse(block)) return undefined;
  const found = dateline.exec(block.slice(0, 140));
  const place = found?.[1] ?? '';
  if (found === null || place === '') return undefined;
  const agency = (found[2] ?? found[3])?.trim();
  // `WASHINGTON, March 12`: the place shouts, or an agency is known, or it is a short `Port Alder:`.
  const city = /^[^,(/]*/.exec(place)?.[0] ?? '';
  const loud = city.length > 2 && city === city.toUpperCase();
  const known = agency !== undefined && agencies.test(agency);
  if (!loud && !known && !(agency === undefined && place.split(' ').length <= 3 && found[0].includes(':')))
    return undefined;
  return { length: found[0].length, place, agency };
}

const dashedHeading = /^(?:[–—-]+|\*+|=+)\s*\S[^\n]{0,80}?\s*(?:[–—-]+|\*+|=+)$/;

/** Whether a small word follows the first that is in no place’s name (`de`, `la`, `am`, `upon`): most paragraphs. */
function opensAsProse(block: string): boolean {
  let at = 0;
  while (isPlainLetter(block.charCodeAt(at))) at++;
  const next = block.charCodeAt(at + 1);
  return block.charCodeAt(at) === 32 && next >= 97 && next <= 122 && !'adlu'.includes(block.charAt(at + 1));
}

/** `– Venezuela challenge –`, `* * Aftermath * *`. */
export function isDashedHeading(line: string): boolean {
  return '–—-*='.includes(line.charAt(0)) && dashedHeading.test(line);
}

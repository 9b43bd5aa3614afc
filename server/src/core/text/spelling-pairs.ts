/**
 * The listed pairs of UK and US spelling. Never synonyms, never two words of different sense.
 * Each builder gives whole words, so that looking one up is one step and nothing is guessed from an ending.
 */

/** `colour` and its kin, without the `our`; what follows may be any of `ourEndings`. */
const ourStems =
  'arb,ard,arm,behavi,cand,clam,col,demean,discol,dishon,disfav,enam,endeav,fav,ferv,flav,glam,harb,hon,hum,lab,misbehavi,misdemean,neighb,od,parl,ranc,rig,rum,sav,savi,splend,succ,tum,val,vap,vig,watercol,multicol,belab';
const ourEndings =
  ',s,ed,ing,er,ers,able,ably,ful,fully,less,hood,hoods,ly,al,ally,ite,ites,itism,y,ies,ist,ists,ism,ant,fast,in,ings,men,man,blind,liness';

/** `centre` and its kin, without the `re`. */
const reStems =
  'cent,epicent,theat,amphitheat,met,kilomet,centimet,millimet,nanomet,lit,millilit,fib,calib,lust,lacklust,meag,mit,och,sab,scept,sepulch,somb,spect,goit,tit,recent';
const reEndings: readonly (readonly [string, string])[] = [
  ['re', 'er'],
  ['res', 'ers'],
  ['red', 'ered'],
  ['ring', 'ering'],
  ['regoer', 'ergoer'],
  ['regoers', 'ergoers'],
  ['repiece', 'erpiece'],
  ['reground', 'erground'],
  ['refold', 'erfold'],
  ['reboard', 'erboard'],
  ['reglass', 'erglass'],
  ['reline', 'erline'],
  ['rely', 'erly'],
];

/** Verbs that double the last consonant in UK copy and keep it single in US copy. */
const doubling =
  'apparel,barrel,bejewel,bevel,bias,cancel,carol,channel,chisel,combat,counsel,cudgel,dial,dishevel,drivel,duel,empanel,enamel,equal,focus,refocus,fuel,refuel,funnel,gambol,gravel,grovel,gruel,impanel,imperil,initial,jewel,kennel,kidnap,label,relabel,mislabel,laurel,level,libel,marshal,marvel,medal,metal,model,remodel,panel,pedal,pencil,pummel,quarrel,ravel,revel,rival,shovel,shrivel,signal,snivel,spiral,squirrel,stencil,swivel,tassel,total,towel,trammel,travel,trial,tunnel,unravel,untrammel,unrival,unequal,weasel,worship,yodel,benefit,bus,program,diagram';
const doublingEndings = 'ed,ing,er,ers,ings,or,ors,ous,ously,ist,ists';

/** British spelling to American, or older to newer; each with the endings that follow `|`. */
const pairs = `
programme program |,s
kilogramme kilogram |,s
gramme gram |,s
defence defense |,s,less,man
offence offense |,s
licence license |,s
pretence pretense |,s
practise practice |,s,d
practising practicing |
cheque check |,s,book,books
grey gray |,s,ed,ing,er,est,ish,scale
tyre tire |,s
kerb curb |,s,side
plough plow |,s,ed,ing,man,share
mould mold |,s,ed,ing,y
moult molt |,s,ed,ing
smoulder smolder |,s,ed,ing
storey story |
storeys stories |
sceptic skeptic |,s,al,ally,ism
sulphur sulfur |,ic,ous
pyjama pajama |,s
moustache mustache |,s,d
catalogue catalog |,s
catalogued cataloged |
cataloguing cataloging |
dialogue dialog |,s
analogue analog |,s
monologue monolog |,s
epilogue epilog |,s
prologue prolog |,s
travelogue travelog |,s
demagogue demagog |,s
cosy cozy |
cosier cozier |
cosily cozily |
draught draft |,s,y
gaol jail |,s,ed,er,ers
jewellery jewelry |
judgement judgment |,s,al
acknowledgement acknowledgment |,s
abridgement abridgment |,s
lodgement lodgment |,s
ageing aging |
likeable likable |
sizeable sizable |
liveable livable |
saleable salable |
unshakeable unshakable |
artefact artifact |,s
axe ax |
doughnut donut |,s
disc disk |,s
enquire inquire |,s,d,r,rs
enquiring inquiring |,ly
enquiry inquiry |
enquiries inquiries |
furore furor |
omelette omelet |,s
phoney phony |
phoneys phonies |
whiskey whisky |
whiskeys whiskies |
yoghurt yogurt |,s
aluminium aluminum |
aeroplane airplane |,s
tsar czar |,s,ist
advisor adviser |,s
protestor protester |,s
mollusc mollusk |,s
woollen woolen |,s
woolly wooly |
councillor councilor |,s
fulfil fulfill |,s,ment
enrol enroll |,s,ment,ments
instil instill |,s
distil distill |,s
appal appall |,s
enthral enthrall |,s,ment
instal install |,s
instalment installment |,s
skilful skillful |,ly
wilful willful |,ly
tranquillity tranquility |
manoeuvre maneuver |,s
manoeuvred maneuvered |
manoeuvring maneuvering |
manoeuvrable maneuverable |
manoeuvrability maneuverability |
reconnoitre reconnoiter |
anaesthetic anesthetic |,s
anaesthesia anesthesia |
anaesthetist anesthetist |,s
anaemia anemia |
anaemic anemic |
archaeology archeology |
archaeologist archeologist |,s
archaeological archeological |
caesarean cesarean |,s
encyclopaedia encyclopedia |,s
faeces feces |
faecal fecal |
foetus fetus |,es
foetal fetal |
gynaecology gynecology |
gynaecologist gynecologist |,s
gynaecological gynecological |
haemoglobin hemoglobin |
haemophilia hemophilia |
haemorrhage hemorrhage |,s,d
haemorrhaging hemorrhaging |
haemorrhoid hemorrhoid |,s
leukaemia leukemia |
mediaeval medieval |
oestrogen estrogen |
oesophagus esophagus |
oesophageal esophageal |
diarrhoea diarrhea |
orthopaedic orthopedic |,s
paediatric pediatric |,s
paediatrician pediatrician |,s
paedophile pedophile |,s
paedophilia pedophilia |
palaeontologist paleontologist |,s
palaeontology paleontology |
toxaemia toxemia |
glycaemic glycemic |
septicaemia septicemia |
learnt learned |
burnt burned |
spelt spelled |
spoilt spoiled |
dreamt dreamed |
leapt leaped |
leant leaned |
towards toward |
afterwards afterward |
okay ok |,s
ok'd okayed |
behove behoove |,s
chequered checkered |
carburettor carburetor |,s
connexion connection |,s
inflexion inflection |,s
defencible defensible |
despatch dispatch |,es,ed,ing,er,ers
hooray hurray |
nought naught |
pedlar peddler |,s
pricey pricy |
sulphate sulfate |,s
sulphide sulfide |,s
titbit tidbit |,s
waggon wagon |,s
zeroes zeros |
`;

/** Accents are folded away before; closed and open compounds are the aligner's. */
export function inflections(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (british: string, american: string): void => {
    if (british !== american) {
      words.set(british, american);
    }
  };
  for (const stem of ourStems.split(',')) {
    for (const ending of ourEndings.split(',')) {
      add(`${stem}our${ending}`, `${stem}or${ending}`);
    }
  }
  for (const stem of reStems.split(',')) {
    for (const [british, american] of reEndings) {
      add(stem + british, stem + american);
    }
  }
  for (const stem of doubling.split(',')) {
    for (const ending of doublingEndings.split(',')) {
      add(stem + stem.slice(-1) + ending, stem + ending);
    }
  }
  for (const line of pairs.trim().split('\n')) {
    const [british = '', american = '', endings = ''] = line.split(' ');
    for (const ending of endings.slice(1).split(',')) {
      add(british + ending, american + ending);
    }
  }
  return words;
}

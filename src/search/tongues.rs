//! What is known of single languages, besides German and English: function words, and endings.
//!
//! 1. Words are stemmed by Snowball where it has the language and its endings survive folding; Arabic,
//!    Persian, Turkish and Ukrainian words lose the endings that stand here.
//! 2. The endings of inflection travel in the index: a query's word that no text has in this form is found
//!    by what is left without them. Where none stand here, it is found by the stem that it begins with.
//! 3. Endings of derivation lead to words of the same family.

use pagefind_stem::Algorithm;

/// How the stems of a language are made.
#[derive(Clone, Copy)]
pub(super) enum Stems {
    Snowball(fn() -> Algorithm),
    /// What is left without the endings of inflection.
    Endings,
}

/// What is known of a language. Lists are words with spaces between them, in any order.
#[derive(Clone, Copy)]
pub(super) struct Tongue {
    pub code: &'static str,
    pub stems: Stems,
    pub stops: &'static str,
    pub inflections: &'static str,
    pub derivations: &'static str,
    /// What may be written together with the word behind it: articles, prepositions, «and».
    pub clitics: &'static str,
    /// An apostrophe stands inside of words.
    pub apostrophes: bool,
}

const fn tongue(code: &'static str, stems: Stems) -> Tongue {
    Tongue {
        code,
        stems,
        stops: "",
        inflections: "",
        derivations: "",
        clitics: "",
        apostrophes: false,
    }
}

const fn snowball(code: &'static str, algorithm: fn() -> Algorithm) -> Tongue {
    tongue(code, Stems::Snowball(algorithm))
}

/// The language with this code.
pub(super) fn of(code: &str) -> Option<Tongue> {
    let all = TONGUES.iter().chain(SNOWBALL);
    all.copied().find(|tongue| tongue.code == code)
}

const TONGUES: &[Tongue] = &[
    Tongue {
        stops: FRENCH_STOPS,
        inflections: "issaient issant aient eront erons eraient erait aux eaux ees ee er ez es ent ons ant ait ait s e x",
        derivations: "issements issement ements ement ations ation ateurs ateur atrices atrice iteurs iteur itrice \
                      euses euse eurs eur antes ante ants ant ances ance ives ive ifs if iques ique ables able \
                      ments ment ages age ions ion ees ee er es s e",
        ..french()
    },
    Tongue {
        stops: RUSSIAN_STOPS,
        inflections: "иями ями ами иях ях ах ием ием ьями ого ему ому ыми ими ая яя ое ее ые ие ый ий ой ей ую юю ых их \
                      ым им ов ев ам ям ом ем ью ия ии ию а я о е ы и у ю ь й",
        derivations: "ование ования ованию овать ение ения ению ание ания анию ить ать еть ять ость ости ский ская \
                      ское ские ник ники ница ический ный ная ное ные ия а я о е ы и у ю ь й",
        ..russian()
    },
    Tongue {
        stops: UKRAINIAN_STOPS,
        inflections: "ець ця цеві цем цю ці ців цям цями цях остями остях остей остям істю ості ість ання анням анню анні ань ення енням енню енні ень ями ами \
                      ові еві єві ого ому ій их ими іми ої ою ею єю ею ям ам ях ах ів їв ом ем єм ий ій ая яя а я о е є \
                      і ї у ю и ь й",
        derivations: "ування уванням увати ують ує ував увала ували ювання ювати юють никами ників никам ником ання анням анню ати ають ає ення енням енню ити ять ить \
                      ськими ський ська ське ські ського ник ники ника ниця ниці ість ості ний на не ні ній \
                      ка ки ок а я о е і и у ю ь й",
        apostrophes: true,
        ..tongue("uk", Stems::Endings)
    },
    Tongue {
        stops: TURKISH_STOPS,
        inflections: "larımızdan lerimizden larımızda lerimizde larımız lerimiz larından lerinden larında lerinde \
                      larının lerinin larına lerine larını lerini larıyla leriyle ların lerin lardan lerden \
                      larda lerde lara lere ları leri larla lerle lar ler ımızın imizin ımız imiz umuz ümüz \
                      ından inden undan ünden ında inde unda ünde ının inin unun ünün sının sinin sunun sünün \
                      sında sinde sından sinden sına sine sını sini sı si su sü dan den tan ten nın nin nun nün \
                      da de ta te ya ye yı yi yu yü ın in un ün ım im um üm na ne nı ni la le a e ı i u ü",
        derivations: "lamak lemek landırmak lendirmek laştırma leştirme lamada lemede ılması ilmesi ıldı ildi \
                      alım elim acılık ucluk culuk çuluk cılık cilik cı ci cu cü çı çi çu çü lık lik luk lük \
                      sız siz suz süz lı li lu lü lama leme mak mek ması mesi ma me an en ar er ır ir ur ür \
                      yer ınır inir unur ünür ılır ilir ulur ülür ılmak ilmek ulmak ülmek ınmak inmek a e ı i u ü",
        ..tongue("tr", Stems::Endings)
    },
    Tongue {
        stops: ARABIC_STOPS,
        inflections: "تهما تهم تها اتهم اتها ونها هما كما ات ان ون ين تي ته ية يه ها هم هن كم نا وا ه ي ا ت",
        derivations: "ات ان ون ين ية يه ه ي",
        clitics: "وبال وكال وال فال بال كال ولل لل ال و",
        ..tongue("ar", Stems::Endings)
    },
    Tongue {
        stops: PERSIAN_STOPS,
        inflections: "هایشان هایمان هایتان هایش هایی های ها ترین تر شان مان تان ان ات ام ای اش ی ه",
        derivations: "گاه گری گر مند انه هایی ها ان ی ه",
        ..tongue("fa", Stems::Endings)
    },
    Tongue {
        stops: SPANISH_STOPS,
        inflections: "amientos imientos aciones ciones iones ando iendo ados adas idos idas ado ada ido ida ces es os as \
                      ar er ir a o e s",
        derivations: "aciones acion amientos amiento imientos imiento adores adora ador edores edor antes ante ables \
                      able mente ados ado ada idos ido ida ar er ir os as a o e s",
        ..spanish()
    },
    Tongue {
        stops: ITALIAN_STOPS,
        inflections: "zioni zione ando endo ati ate ato ata iti ite ito ita uti ute are ere ire hi he i e o a",
        derivations: "azioni azione amenti amento imenti imento atori atore atrice abili abile mente ati ato ata are \
                      ere ire i e o a",
        ..italian()
    },
    Tongue {
        stops: PORTUGUESE_STOPS,
        inflections: "acoes coes oes aes ando endo indo ados adas idos idas ado ada ido ida ais eis ns es os as ar er ir \
                      a o e s",
        derivations: "acoes acao amentos amento imentos imento adores adora ador antes ante veis vel mente ados ado \
                      ada ar er ir os as a o e s",
        ..portuguese()
    },
    Tongue {
        stops: DUTCH_STOPS,
        inflections: "heden den ten en er es e s t",
        derivations: "ingen ing heden heid lijke lijk aars aar ers er en e s t",
        ..dutch()
    },
    Tongue {
        stops: POLISH_STOPS,
        inflections: "iami ami ach iach owie om iom ow iego ego iemu emu ymi imi ych ich ym im ie ia iu ej ia ej y i a e \
                      o u ą ę",
        derivations: "owania owanie owac ania anie ac enia enie ic osci osc ski ska skie skich ny na ne nik nicy y i a \
                      e o u",
        ..polish()
    },
];

#[cfg(feature = "stems")]
const SNOWBALL: &[Tongue] = &[
    snowball("hy", || Algorithm::Armenian),
    snowball("eu", || Algorithm::Basque),
    snowball("ca", || Algorithm::Catalan),
    snowball("da", || Algorithm::Danish),
    snowball("eo", || Algorithm::Esperanto),
    snowball("et", || Algorithm::Estonian),
    snowball("fi", || Algorithm::Finnish),
    snowball("el", || Algorithm::Greek),
    snowball("hi", || Algorithm::Hindi),
    snowball("hu", || Algorithm::Hungarian),
    snowball("id", || Algorithm::Indonesian),
    snowball("ga", || Algorithm::Irish),
    snowball("lt", || Algorithm::Lithuanian),
    snowball("ne", || Algorithm::Nepali),
    snowball("nb", || Algorithm::Norwegian),
    snowball("nn", || Algorithm::Norwegian),
    snowball("no", || Algorithm::Norwegian),
    snowball("ro", || Algorithm::Romanian),
    snowball("sr", || Algorithm::Serbian),
    snowball("sv", || Algorithm::Swedish),
    snowball("ta", || Algorithm::Tamil),
    snowball("yi", || Algorithm::Yiddish),
];

#[cfg(not(feature = "stems"))]
const SNOWBALL: &[Tongue] = &[];

/// Languages that have endings here too, so that little is lost without Snowball.
macro_rules! with_snowball {
    ($($name:ident $code:literal $algorithm:ident),*) => {$(
        const fn $name() -> Tongue {
            #[cfg(feature = "stems")]
            return snowball($code, || Algorithm::$algorithm);
            #[cfg(not(feature = "stems"))]
            return tongue($code, Stems::Endings);
        }
    )*};
}

with_snowball!(
    french "fr" French,
    russian "ru" Russian,
    spanish "es" Spanish,
    italian "it" Italian,
    portuguese "pt" Portuguese,
    dutch "nl" Dutch,
    polish "pl" Polish
);

const FRENCH_STOPS: &str = "
a ai as au aux avec avoir ce ces cet cette ceux comment combien d dans de des donc du elle elles en est et etc
être eu faire fait faut ici il ils j je jusqu l la là le les leur leurs lui m ma mais me mes moi mon n ne ni nos
notre nous on ont ou où par pas pendant peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels
qui quoi s sa sans se ses si son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une vos
votre vous y c est-ce était";

const RUSSIAN_STOPS: &str = "
а без более бы был была были было быть в вам вас ваш вместо во вот все всё вы где да для до его ее её если есть
еще ещё же за здесь и из или им их к как какая какие какой когда кого кому кто куда ли мне можно мой мы на над
надо нам нас наш не него нет ни но ну о об от очень по под после потому почему при про раз с сам свой себя со
так такой там те то того тоже только тот ты у уже чего чем что чтобы эта эти это этот я";

const UKRAINIAN_STOPS: &str = "
а або але без би був була були було бути в вам вас ваш ви він вона вони воно все всі де для до дуже є ж за з зі із
й його його́ їх її і інші її к кого коли кому куди ли мене мені ми мій можна на над нам нас наш не неї немає ні
ніж ну о об он от ось під після по при про раз сам свій себе со та так також такий там те ти то тому тільки у уже
хто це цей ця ці чи через чого чому що щоб я як яка яке який які якщо";

const TURKISH_STOPS: &str = "
acaba ama ancak bazı belki ben bir biri biz bu bunu bunun çok çünkü da daha de diye en gibi göre hangi hem her için
ile kadar ki kim mı mi mu mü nasıl ne neden nerede nereye niçin o olan olarak oldu olur onlar onu onun sen siz
şu tüm var ve veya ya yok zaman hangisi";

const ARABIC_STOPS: &str = "
في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا لماذا كيف متى أين اين هل هو هي هم نحن أنا انا أنت
كان كانت يكون تكون أن ان إن لا لم لن ليس قد كل بعد قبل عند بين أو او ثم حتى إذا اذا كما لكن غير أي اي كم و";

const PERSIAN_STOPS: &str = "
و در به از که این آن را با برای تا بر هم یا یک ما من تو او شما آنها چه چرا چگونه کی کجا است هست بود شد شود می نمی
باید اگر اما ولی هر همه نیز پس بی ای";

const SPANISH_STOPS: &str = "
a al algo como cómo con cual cuál cuando cuándo cuanto cuánto de del desde donde dónde e el él ella ellas ellos en
entre era es esa ese eso esta está este esto fue ha hacer hay la las le les lo los mas más me mi mis mucho muy no
nos nosotros o para pero por porque puede puedo que qué quien quién se ser si sí sin sobre son su sus también te
tiene tu un una uno unos unas y ya yo";

const ITALIAN_STOPS: &str = "
a ad agli ai al alla alle allo anche c che chi ci come con cosa cui da dagli dai dal dalla dalle d dei del della
delle dello di dove e è ed essere fa gli ha hanno ho i il in io l la le lei lo loro lui ma mi mia mio nei nel nella
nelle noi non nostro o per perché però più può quale quali quando quanto quella quelle quello questa queste questo
quindi sa se sei si sia sono su sua suo sul sulla tra tu tutti tutto un una uno vi voi";

const PORTUGUESE_STOPS: &str = "
a ao aos as às até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta está este
eu foi há isso isto já lhe mais mas me meu minha muito na não nas nem no nos nós o onde os ou para pela pelo pode
por porque posso qual quando quanto que quê quem se sem ser seu seus sua suas são também te tem um uma umas uns
você vocês";

const DUTCH_STOPS: &str = "
aan al als bij ben bent dan dat de die dit door een en er geen haar had heb hebben heeft het hij hoe hun ik in is
je kan kunnen maar me meer men met mij mijn na naar niet nog nu of om onder ons ook op over te tot uit u uw van
veel voor waar waarom wanneer want waren was wat we wel welke wie wij wil word worden wordt zal ze zich zij zijn
zo zonder";

const POLISH_STOPS: &str = "
a ale albo bardzo bez by być był była było były co czy dla do gdy gdzie go i ich ile im inne ja jak jaka jaki jakie
je jego jej jest jestem już kiedy kogo kto która które który lub ma mam mi mnie można my na nad nam nas nie niej
nim no o od on ona one oni po pod ponieważ przed przez przy są się sobie swój ta tak także tam te tego ten to tu ty
tylko tym u w we więc wszystko z za ze że";

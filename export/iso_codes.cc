#include "export/iso_codes.h"

#include <algorithm>
#include <array>

namespace actant {
namespace {

struct Pair {
  std::string_view from, to;
};

// ISO 3166-1, and XKX for Kosovo; in the order of the first column.
constexpr std::array<Pair, 250> kCountries = {{
    {"ABW", "aw"}, {"AFG", "af"}, {"AGO", "ao"}, {"AIA", "ai"}, {"ALA", "ax"}, {"ALB", "al"}, {"AND", "ad"},
    {"ARE", "ae"}, {"ARG", "ar"}, {"ARM", "am"}, {"ASM", "as"}, {"ATA", "aq"}, {"ATF", "tf"}, {"ATG", "ag"},
    {"AUS", "au"}, {"AUT", "at"}, {"AZE", "az"}, {"BDI", "bi"}, {"BEL", "be"}, {"BEN", "bj"}, {"BES", "bq"},
    {"BFA", "bf"}, {"BGD", "bd"}, {"BGR", "bg"}, {"BHR", "bh"}, {"BHS", "bs"}, {"BIH", "ba"}, {"BLM", "bl"},
    {"BLR", "by"}, {"BLZ", "bz"}, {"BMU", "bm"}, {"BOL", "bo"}, {"BRA", "br"}, {"BRB", "bb"}, {"BRN", "bn"},
    {"BTN", "bt"}, {"BVT", "bv"}, {"BWA", "bw"}, {"CAF", "cf"}, {"CAN", "ca"}, {"CCK", "cc"}, {"CHE", "ch"},
    {"CHL", "cl"}, {"CHN", "cn"}, {"CIV", "ci"}, {"CMR", "cm"}, {"COD", "cd"}, {"COG", "cg"}, {"COK", "ck"},
    {"COL", "co"}, {"COM", "km"}, {"CPV", "cv"}, {"CRI", "cr"}, {"CUB", "cu"}, {"CUW", "cw"}, {"CXR", "cx"},
    {"CYM", "ky"}, {"CYP", "cy"}, {"CZE", "cz"}, {"DEU", "de"}, {"DJI", "dj"}, {"DMA", "dm"}, {"DNK", "dk"},
    {"DOM", "do"}, {"DZA", "dz"}, {"ECU", "ec"}, {"EGY", "eg"}, {"ERI", "er"}, {"ESH", "eh"}, {"ESP", "es"},
    {"EST", "ee"}, {"ETH", "et"}, {"FIN", "fi"}, {"FJI", "fj"}, {"FLK", "fk"}, {"FRA", "fr"}, {"FRO", "fo"},
    {"FSM", "fm"}, {"GAB", "ga"}, {"GBR", "gb"}, {"GEO", "ge"}, {"GGY", "gg"}, {"GHA", "gh"}, {"GIB", "gi"},
    {"GIN", "gn"}, {"GLP", "gp"}, {"GMB", "gm"}, {"GNB", "gw"}, {"GNQ", "gq"}, {"GRC", "gr"}, {"GRD", "gd"},
    {"GRL", "gl"}, {"GTM", "gt"}, {"GUF", "gf"}, {"GUM", "gu"}, {"GUY", "gy"}, {"HKG", "hk"}, {"HMD", "hm"},
    {"HND", "hn"}, {"HRV", "hr"}, {"HTI", "ht"}, {"HUN", "hu"}, {"IDN", "id"}, {"IMN", "im"}, {"IND", "in"},
    {"IOT", "io"}, {"IRL", "ie"}, {"IRN", "ir"}, {"IRQ", "iq"}, {"ISL", "is"}, {"ISR", "il"}, {"ITA", "it"},
    {"JAM", "jm"}, {"JEY", "je"}, {"JOR", "jo"}, {"JPN", "jp"}, {"KAZ", "kz"}, {"KEN", "ke"}, {"KGZ", "kg"},
    {"KHM", "kh"}, {"KIR", "ki"}, {"KNA", "kn"}, {"KOR", "kr"}, {"KWT", "kw"}, {"LAO", "la"}, {"LBN", "lb"},
    {"LBR", "lr"}, {"LBY", "ly"}, {"LCA", "lc"}, {"LIE", "li"}, {"LKA", "lk"}, {"LSO", "ls"}, {"LTU", "lt"},
    {"LUX", "lu"}, {"LVA", "lv"}, {"MAC", "mo"}, {"MAF", "mf"}, {"MAR", "ma"}, {"MCO", "mc"}, {"MDA", "md"},
    {"MDG", "mg"}, {"MDV", "mv"}, {"MEX", "mx"}, {"MHL", "mh"}, {"MKD", "mk"}, {"MLI", "ml"}, {"MLT", "mt"},
    {"MMR", "mm"}, {"MNE", "me"}, {"MNG", "mn"}, {"MNP", "mp"}, {"MOZ", "mz"}, {"MRT", "mr"}, {"MSR", "ms"},
    {"MTQ", "mq"}, {"MUS", "mu"}, {"MWI", "mw"}, {"MYS", "my"}, {"MYT", "yt"}, {"NAM", "na"}, {"NCL", "nc"},
    {"NER", "ne"}, {"NFK", "nf"}, {"NGA", "ng"}, {"NIC", "ni"}, {"NIU", "nu"}, {"NLD", "nl"}, {"NOR", "no"},
    {"NPL", "np"}, {"NRU", "nr"}, {"NZL", "nz"}, {"OMN", "om"}, {"PAK", "pk"}, {"PAN", "pa"}, {"PCN", "pn"},
    {"PER", "pe"}, {"PHL", "ph"}, {"PLW", "pw"}, {"PNG", "pg"}, {"POL", "pl"}, {"PRI", "pr"}, {"PRK", "kp"},
    {"PRT", "pt"}, {"PRY", "py"}, {"PSE", "ps"}, {"PYF", "pf"}, {"QAT", "qa"}, {"REU", "re"}, {"ROU", "ro"},
    {"RUS", "ru"}, {"RWA", "rw"}, {"SAU", "sa"}, {"SDN", "sd"}, {"SEN", "sn"}, {"SGP", "sg"}, {"SGS", "gs"},
    {"SHN", "sh"}, {"SJM", "sj"}, {"SLB", "sb"}, {"SLE", "sl"}, {"SLV", "sv"}, {"SMR", "sm"}, {"SOM", "so"},
    {"SPM", "pm"}, {"SRB", "rs"}, {"SSD", "ss"}, {"STP", "st"}, {"SUR", "sr"}, {"SVK", "sk"}, {"SVN", "si"},
    {"SWE", "se"}, {"SWZ", "sz"}, {"SXM", "sx"}, {"SYC", "sc"}, {"SYR", "sy"}, {"TCA", "tc"}, {"TCD", "td"},
    {"TGO", "tg"}, {"THA", "th"}, {"TJK", "tj"}, {"TKL", "tk"}, {"TKM", "tm"}, {"TLS", "tl"}, {"TON", "to"},
    {"TTO", "tt"}, {"TUN", "tn"}, {"TUR", "tr"}, {"TUV", "tv"}, {"TWN", "tw"}, {"TZA", "tz"}, {"UGA", "ug"},
    {"UKR", "ua"}, {"UMI", "um"}, {"URY", "uy"}, {"USA", "us"}, {"UZB", "uz"}, {"VAT", "va"}, {"VCT", "vc"},
    {"VEN", "ve"}, {"VGB", "vg"}, {"VIR", "vi"}, {"VNM", "vn"}, {"VUT", "vu"}, {"WLF", "wf"}, {"WSM", "ws"},
    {"XKX", "xk"}, {"YEM", "ye"}, {"ZAF", "za"}, {"ZMB", "zm"}, {"ZWE", "zw"},
}};

// ISO 639-1 and 639-3; in the order of the first column.
constexpr std::array<Pair, 184> kLanguages = {{
    {"aa", "aar"}, {"ab", "abk"}, {"ae", "ave"}, {"af", "afr"}, {"ak", "aka"}, {"am", "amh"}, {"an", "arg"},
    {"ar", "ara"}, {"as", "asm"}, {"av", "ava"}, {"ay", "aym"}, {"az", "aze"}, {"ba", "bak"}, {"be", "bel"},
    {"bg", "bul"}, {"bi", "bis"}, {"bm", "bam"}, {"bn", "ben"}, {"bo", "bod"}, {"br", "bre"}, {"bs", "bos"},
    {"ca", "cat"}, {"ce", "che"}, {"ch", "cha"}, {"co", "cos"}, {"cr", "cre"}, {"cs", "ces"}, {"cu", "chu"},
    {"cv", "chv"}, {"cy", "cym"}, {"da", "dan"}, {"de", "deu"}, {"dv", "div"}, {"dz", "dzo"}, {"ee", "ewe"},
    {"el", "ell"}, {"en", "eng"}, {"eo", "epo"}, {"es", "spa"}, {"et", "est"}, {"eu", "eus"}, {"fa", "fas"},
    {"ff", "ful"}, {"fi", "fin"}, {"fj", "fij"}, {"fo", "fao"}, {"fr", "fra"}, {"fy", "fry"}, {"ga", "gle"},
    {"gd", "gla"}, {"gl", "glg"}, {"gn", "grn"}, {"gu", "guj"}, {"gv", "glv"}, {"ha", "hau"}, {"he", "heb"},
    {"hi", "hin"}, {"ho", "hmo"}, {"hr", "hrv"}, {"ht", "hat"}, {"hu", "hun"}, {"hy", "hye"}, {"hz", "her"},
    {"ia", "ina"}, {"id", "ind"}, {"ie", "ile"}, {"ig", "ibo"}, {"ii", "iii"}, {"ik", "ipk"}, {"io", "ido"},
    {"is", "isl"}, {"it", "ita"}, {"iu", "iku"}, {"ja", "jpn"}, {"jv", "jav"}, {"ka", "kat"}, {"kg", "kon"},
    {"ki", "kik"}, {"kj", "kua"}, {"kk", "kaz"}, {"kl", "kal"}, {"km", "khm"}, {"kn", "kan"}, {"ko", "kor"},
    {"kr", "kau"}, {"ks", "kas"}, {"ku", "kur"}, {"kv", "kom"}, {"kw", "cor"}, {"ky", "kir"}, {"la", "lat"},
    {"lb", "ltz"}, {"lg", "lug"}, {"li", "lim"}, {"ln", "lin"}, {"lo", "lao"}, {"lt", "lit"}, {"lu", "lub"},
    {"lv", "lav"}, {"mg", "mlg"}, {"mh", "mah"}, {"mi", "mri"}, {"mk", "mkd"}, {"ml", "mal"}, {"mn", "mon"},
    {"mr", "mar"}, {"ms", "msa"}, {"mt", "mlt"}, {"my", "mya"}, {"na", "nau"}, {"nb", "nob"}, {"nd", "nde"},
    {"ne", "nep"}, {"ng", "ndo"}, {"nl", "nld"}, {"nn", "nno"}, {"no", "nor"}, {"nr", "nbl"}, {"nv", "nav"},
    {"ny", "nya"}, {"oc", "oci"}, {"oj", "oji"}, {"om", "orm"}, {"or", "ori"}, {"os", "oss"}, {"pa", "pan"},
    {"pi", "pli"}, {"pl", "pol"}, {"ps", "pus"}, {"pt", "por"}, {"qu", "que"}, {"rm", "roh"}, {"rn", "run"},
    {"ro", "ron"}, {"ru", "rus"}, {"rw", "kin"}, {"sa", "san"}, {"sc", "srd"}, {"sd", "snd"}, {"se", "sme"},
    {"sg", "sag"}, {"sh", "hbs"}, {"si", "sin"}, {"sk", "slk"}, {"sl", "slv"}, {"sm", "smo"}, {"sn", "sna"},
    {"so", "som"}, {"sq", "sqi"}, {"sr", "srp"}, {"ss", "ssw"}, {"st", "sot"}, {"su", "sun"}, {"sv", "swe"},
    {"sw", "swa"}, {"ta", "tam"}, {"te", "tel"}, {"tg", "tgk"}, {"th", "tha"}, {"ti", "tir"}, {"tk", "tuk"},
    {"tl", "tgl"}, {"tn", "tsn"}, {"to", "ton"}, {"tr", "tur"}, {"ts", "tso"}, {"tt", "tat"}, {"tw", "twi"},
    {"ty", "tah"}, {"ug", "uig"}, {"uk", "ukr"}, {"ur", "urd"}, {"uz", "uzb"}, {"ve", "ven"}, {"vi", "vie"},
    {"vo", "vol"}, {"wa", "wln"}, {"wo", "wol"}, {"xh", "xho"}, {"yi", "yid"}, {"yo", "yor"}, {"za", "zha"},
    {"zh", "zho"}, {"zu", "zul"},
}};

template <size_t N>
std::string_view find(const std::array<Pair, N>& pairs, std::string_view code) {
  const auto it =
      std::lower_bound(pairs.begin(), pairs.end(), code, [](const Pair& p, std::string_view c) { return p.from < c; });
  return it != pairs.end() && it->from == code ? it->to : std::string_view();
}

}  // namespace

std::string_view alpha2_country(std::string_view alpha3) { return find(kCountries, alpha3); }

std::string_view alpha3_language(std::string_view alpha2) { return find(kLanguages, alpha2); }

}  // namespace actant

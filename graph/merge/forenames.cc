#include "graph/merge/forenames.h"

#include <unordered_map>
#include <unordered_set>

#include "graph/merge/name_key.h"

namespace actant {
namespace {

// Frequent forenames of languages written in the Latin script.
constexpr std::string_view kWesternForenames =
    "aaron adam adrian alan albert alejandro alex alexandra alfred alice allen amanda amy andrea andreas andrew andy "
    "angela "
    "ann anna anne anthony antonio arthur ashley barbara beatrice ben benjamin bernard bernie beth bill billy bob "
    "bobby brad "
    "brandon brenda brett brian bruce bryan calvin carl carla carlos carol caroline catherine cecilia charles "
    "charlotte cheryl "
    "chris christian christina christine christopher clara claire clarence claude claudia colin craig cynthia daniel "
    "danielle "
    "david dean deborah dennis derek diana diane dick dominic dominique donald donna dorothy doug douglas duncan dylan "
    "ed "
    "eddie edgar eduardo edward edwin elaine elena eli elizabeth ellen emanuel emily emma eric erica ernest esther "
    "ethan eugene "
    "eva evan evelyn felipe fernando florence frances francesco francis francisco francois frank franz fred frederick "
    "gabriel "
    "gareth gary gavin geoffrey george gerald gerard gerhard gilbert giovanni giuseppe glen gloria gordon grace graham "
    "greg "
    "gregory guy hans harold harriet harry heather heidi helen henri henry herbert hillary holly howard hugh hugo ian "
    "ignacio "
    "irene isabel ivan jack jackie jacob jacques jaime james jan jane janet jason javier jay jean jeff jeffrey "
    "jennifer jeremy "
    "jerome jerry jesse jessica jill jim jimmy joan joe joel johan johannes john johnny jon jonathan jordan jorge jose "
    "joseph "
    "joshua joyce juan juergen julia julian julie justin karen karl kate katherine kathleen katie keith kelly ken "
    "kenneth kevin "
    "kim kurt kyle lance larry laura lauren laurence laurent lawrence lee leo leon leonard leslie lewis liam linda "
    "lisa logan "
    "lloyd louis louise lucas lucy luis luke lynn manuel marc marcel marcia marco marcus margaret maria marie marilyn "
    "mario "
    "marion mark marta martha martin mary mason matthew maurice max megan melissa michael michel michelle miguel mike "
    "mitch "
    "monica nancy natalie nathan neil nicholas nick nicola nicolas nicole noah nora norman oliver olivia oscar owen "
    "pablo pamela "
    "pat patricia patrick paul paula pedro peggy penny peter phil philip philippe phillip pierre rachel ralph ramon "
    "randy raul "
    "ray raymond rebecca ricardo richard rick rob robert roberto robin rodney roger roland ron ronald rosa rose ross "
    "roy russell "
    "ruth ryan sally sam samantha samuel sandra santiago sarah scott sean sebastian sergio seth shane shannon sharon "
    "shaun sheila "
    "shirley silvia simon sophie spencer stanley stella stephanie stephen steve steven stuart susan suzanne sylvia ted "
    "teresa "
    "terry theo theodore theresa thomas tim timothy tina todd tom tommy tony tracy travis trevor tyler ulrich ursula "
    "valerie "
    "vanessa vernon veronica vicky victor victoria vincent virginia walter warren wayne wendy werner wilhelm will "
    "william willie "
    "wolfgang yvonne zachary";

// One line for each name: its variants by language, script and familiarity. Names of different lines are different
// names however near they sound ("hassan", "hussein"; "salah", "saleh").
constexpr std::string_view kVariants[] = {
    "william bill will billy willie liam",
    "robert rob bob bobby robbie",
    "richard rick dick rich ricky",
    "james jim jimmy jamie",
    "john johnny jon jack",
    "joseph joe joey",
    "michael mike mikey",
    "thomas tom tommy",
    "edward ed eddie ted ned",
    "donald don donny",
    "ronald ron ronnie",
    "kenneth ken kenny",
    "charles charlie chuck",
    "daniel dan danny",
    "david dave",
    "stephen steve steven",
    "christopher chris",
    "nicholas nick nicolas",
    "anthony tony",
    "matthew matt",
    "andrew andy drew",
    "patrick pat paddy",
    "timothy tim",
    "gregory greg",
    "jeffrey jeff geoffrey geoff",
    "benjamin ben bennie binyamin benyamin",
    "samuel sam",
    "alexander alex aleksandr alexandr oleksandr alyaksandr aliaksandr sasha",
    "elizabeth liz beth betty eliza",
    "katherine catherine kate katie kathy cathy",
    "margaret maggie meg peggy",
    "susan sue suzanne",
    "deborah debbie",
    "barbara barb",
    "jennifer jen jenny",
    "patricia pat patty trish",
    "theodore ted theo",
    "frederick fred freddie",
    "lawrence larry laurence",
    "gerald gerry jerry",
    "walter walt",
    "philip phil phillip",
    "vincent vince",
    "leonard len lenny",
    "bernard bernie",
    "francis frank",
    "ronald ronnie",
    "rudolph rudy rudolf",
    "joshua josh",
    "jonathan jon",
    "zachary zach zack",
    "raymond ray",
    "eugene gene",
    "albert al bert",
    "vladimir volodymyr uladzimir wladimir",
    "sergei sergey serhiy serhii siarhei serge",
    "nikolai nikolay mykola nicolai",
    "dmitry dmitri dmitriy dmytro dzmitry",
    "yevgeny evgeny yevhen evgeni yevgeniy eugene",
    "mikhail mykhailo michail",
    "pyotr petro piotr",
    "pavel pavlo pawel",
    "andrei andrey andriy andrii",
    "alexei aleksei alexey oleksiy oleksii aleksey",
    "yuri yury yuriy iurii",
    "viktor victor wiktor",
    "konstantin kostyantyn constantin",
    "igor ihor",
    "oleg oleh",
    "vasily vasyl vasiliy vassily",
    "anatoly anatoliy anatolii",
    "vitaly vitali vitaliy vitalii",
    "arseniy arseny",
    "mohammed mohd md muhammad mohamed mohammad muhammed mohamad muhamad mohamud mahomed mehmed",
    "ahmed ahmad ahmet",
    "mahmoud mahmud mahmood",
    "hussein hussain husayn hosein hossein husein",
    "hassan hasan hassane",
    "abdullah abdallah abdulla",
    "yusuf youssef yousef yosef yusef",
    "ibrahim ebrahim ibraheem",
    "ismail esmail ismael",
    "omar umar omer",
    "osama usama",
    "khalid khaled",
    "saeed said saied sayed",
    "mustafa mostafa moustafa",
    "ali aly",
    "amir ameer emir",
    "walid waleed",
    "rashid rasheed rachid",
    "yasser yasir yaser",
    "moammar muammar muammer moamer",
    "qasem qassem qasim qassim kassem ghasem kasim",
    "jamal gamal jamaal",
    "tariq tarek tareq",
    "faisal faysal feisal",
    "jose pepe",
    "francisco paco",
    "eduardo edu",
    "benazir benazeer",
    "narendra narender",
    "jong chong",
    "abraham abe",
    "rebecca becky",
    "jacob jake",
    "nathaniel nate",
    "nathan nate",
    "peter pete",
    "douglas doug",
    "russell russ",
    "harold hal",
    "henry hank harry",
    "louis lou",
    "allen alan allan",
    "stuart stewart",
    "mitchell mitch",
    "randall randy",
    "kimberly kim",
    "abigail abby",
    "ernest ernie",
    "gabriel gabe",
    "jessica jess",
    "victoria vicky",
    "samantha sam",
    "cynthia cindy",
    "christine chris tina christina",
    "madeleine maddy",
    "antonio toni",
    "ignacio nacho",
    "manuel manolo",
    "enrique quique",
    "guadalupe lupe",
    "rafael rafa",
    "giuseppe beppe",
    "johannes hans",
    "yekaterina ekaterina kateryna katerina",
    "yelena elena olena",
    "natalia natalya nataliya natalie",
    "yulia yuliya iuliia julia",
    "maria mariya mariia",
    "tatiana tatyana tetiana tatsiana",
    "ksenia kseniya xenia",
    "sofia sofiya sofya sophia",
    "georgy georgi georgiy heorhiy",
    "ilya illia ilia",
    "kirill kyrylo kiril",
    "maxim maksim maksym",
    "vyacheslav viacheslav",
    "yaroslav iaroslav jaroslav jaroslaw",
    "nikita mykyta",
    "grigory grigoriy hryhoriy",
    "daniil danylo danila",
    "artyom artem",
    "fyodor fedor fedir",
    "semyon semen",
    "valery valeriy valerii valeri",
    "gennady gennadiy hennadiy gennadi",
    "lyudmila ludmila liudmyla ljudmila",
    "salah",
    "saleh salih salahi",
    "salim saleem selim",
    "salman",
    "suleiman soleiman sulayman suleyman sulaiman",
    "hamad",
    "hamid hameed hamed",
    "kamal kemal",
    "karim kareem kerim",
    "nasser nasir naser nasr",
    "sami samy",
    "samir sameer",
    "mahdi mehdi",
    "majid majeed",
    "mansour mansur mansoor",
    "yahya yehya yahia",
    "zayed zaid zayd",
    "hashim hashem",
    "kazem kazim kadhim kadhem",
    "jafar jaafar jaffar",
    "reza riza ridha",
    "javad jawad cevad",
    "farid fareed",
    "adel adil",
    "bashir basheer bachir",
    "bashar",
    "ramzan ramadan ramazan",
    "marwan merwan",
    "sunil",
    "anil"};

template <typename Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  for (const std::string_view word : split_words(text)) visit(word);
}

}  // namespace

bool is_western_forename(std::string_view word) {
  static const std::unordered_set<std::string_view> set = [] {
    std::unordered_set<std::string_view> result;
    for_each_word(kWesternForenames, [&](std::string_view name) { result.insert(name); });
    return result;
  }();
  return set.contains(word);
}

ForenameGroups forename_groups(std::string_view word) {
  static const auto groups = [] {
    std::unordered_map<std::string_view, ForenameGroups> result;
    for (size_t i = 0; i < std::size(kVariants); ++i) {
      for_each_word(kVariants[i], [&](std::string_view name) {
        ForenameGroups& own = result[name];
        if (own.count < own.numbers.size()) own.numbers[own.count++] = static_cast<uint8_t>(i);
      });
    }
    return result;
  }();
  static_assert(std::size(kVariants) < 256);
  const auto it = groups.find(word);
  return it == groups.end() ? ForenameGroups{} : it->second;
}

bool are_forename_variants(const ForenameGroups& a, const ForenameGroups& b) {
  for (uint8_t i = 0; i < a.count; ++i) {
    for (uint8_t j = 0; j < b.count; ++j) {
      if (a.numbers[i] == b.numbers[j]) return true;
    }
  }
  return false;
}

bool are_other_forenames(const ForenameGroups& a, const ForenameGroups& b) {
  return a.count > 0 && b.count > 0 && !are_forename_variants(a, b);
}

}  // namespace actant

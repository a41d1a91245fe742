#include "record/person_names.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

using namespace std::literals;

/// Surnames of one character, by frequency in the census; rare ones that begin common words are left out.
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    U"卢姜崔钟谭陆汪范金石廖"
    U"贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍"
    U"庞颜倪庄聂章鲁岳翟殷詹"
    U"申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕"
    U"屈饶解牟艾尤阳时穆农司"
    U"卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑"
    U"郎甄丛仲虞敖巩明佘池"
    U"查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖"
    U"练廉禹井祖漆巴丰支卿"
    U"国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银"
    U"亢嵇公哈湛宾戎勾茅利"
    U"於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由";
constexpr std::u32string_view kDoubleSurnames[] = {U"欧阳"sv, U"上官"sv, U"司马"sv, U"司徒"sv, U"诸葛"sv,
                                                   U"皇甫"sv, U"尉迟"sv, U"公孙"sv, U"慕容"sv, U"令狐"sv,
                                                   U"夏侯"sv, U"东方"sv, U"端木"sv, U"长孙"sv, U"宇文"sv};
/// Words of forms that begin like a name.
constexpr std::u32string_view kNoNames[] = {
    U"单位"sv, U"项目"sv, U"时间"sv, U"方式"sv, U"任务"sv, U"任职"sv, U"成员"sv, U"安排"sv, U"党委"sv,
    U"党组"sv, U"公章"sv, U"计划"sv, U"来源"sv, U"原因"sv, U"文件"sv, U"文号"sv, U"全称"sv, U"全年"sv,
    U"全面"sv, U"名称"sv, U"支出"sv, U"官网"sv, U"应急"sv, U"平均"sv, U"信息"sv, U"相关"sv, U"海报"sv,
    U"路线"sv, U"管理"sv, U"成本"sv, U"满意"sv, U"关于"sv, U"高级"sv, U"包括"sv, U"无"sv,   U"同上"sv,
    U"见"sv,   U"详见"sv, U"初审"sv, U"复核"sv, U"明细"sv, U"明确"sv, U"位置"sv, U"经办"sv, U"分管"sv,
    U"部门"sv, U"国家"sv, U"房屋"sv, U"农业"sv, U"卫生"sv, U"文化"sv, U"教育"sv, U"财务"sv, U"办公"sv,
    U"解决"sv, U"方案"sv, U"查看"sv, U"审核"sv, U"严格"sv, U"向上"sv};
constexpr std::size_t kLongest = 4;          ///< 欧阳某某
constexpr std::size_t kLongestForeign = 20;  ///< 阿卜杜热合曼·买买提

bool is_dot(char32_t ch) {
  return ch == U'·' || ch == U'•' || ch == U'・';
}

std::size_t han_end(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_han(text[at])) ++at;
  return at;
}

bool has_surname(std::u32string_view name) {
  bool twofold = std::any_of(std::begin(kDoubleSurnames), std::end(kDoubleSurnames),
                             [&](std::u32string_view surname) { return name.starts_with(surname); });
  return twofold || kSurnames.find(name.front()) != kSurnames.npos;
}

bool begins_as_word(std::u32string_view name) {
  return std::any_of(std::begin(kNoNames), std::end(kNoNames),
                     [&](std::u32string_view word) { return name.starts_with(word); });
}

/// `张 三`: two characters with one blank, as forms align names of two with those of three.
std::size_t spaced_name_end(std::u32string_view text, std::size_t at) {
  std::size_t blank = at + 1;
  while (blank < text.size() && (text[blank] == U' ' || text[blank] == U'　')) ++blank;
  bool spaced = blank > at + 1 && blank < text.size() && is_han(text[blank]);
  return spaced && han_end(text, blank) == blank + 1 ? blank + 1 : at;
}

}  // namespace

std::size_t name_end(std::u32string_view text, std::size_t at) {
  std::size_t end = han_end(text, at);
  if (end == at) return at;
  if (end < text.size() && is_dot(text[end]) && han_end(text, end + 1) > end + 1) {
    end = han_end(text, end + 1);
    return end - at <= kLongestForeign ? end : at;
  }
  std::u32string_view name = text.substr(at, end - at);
  if (!has_surname(name) || begins_as_word(name)) return at;
  if (name.size() == 1) return spaced_name_end(text, at);
  return name.size() <= kLongest ? end : at;
}

}  // namespace ziping

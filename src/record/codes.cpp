#include "record/codes.h"

namespace ziping {

const Codes kStatusCodes = {
    {"ok", "read", "已读取"},
    {"partial", "a page could not be read", "部分读取"},
    {"failed", "could not be read", "读取失败"},
    {"skipped", "left out", "已跳过"},
};

const Codes kTextSourceCodes = {
    {"text", "text file", "文本文件"},
    {"pdf", "characters of the PDF", "PDF 文字"},
    {"ocr_layer", "OCR layer of the PDF", "PDF 中的 OCR 文字层"},
    {"ocr", "OCR", "OCR 识别"},
    {"none", "no text", "无文字"},
};

const Codes kSourceCodes = {
    {"prose", "running text", "正文"},
    {"table", "cell of a table", "表格"},
};

const Codes kKindCodes = {
    {"amount", "money", "金额"}, {"rate", "rate or ratio", "比率"},        {"headcount", "persons", "人数"},
    {"score", "score", "评分"},  {"count", "other counted thing", "数量"},
};

const Codes kComparatorCodes = {
    {"eq", "exactly", "等于"},        {"ge", "at least", "大于等于"}, {"gt", "more than", "大于"},
    {"le", "at most", "小于等于"},    {"lt", "less than", "小于"},    {"approx", "about", "约"},
    {"range", "from … to …", "区间"},
};

const Codes kChangeCodes = {
    {"increase", "rise by", "增加"},
    {"decrease", "fall by", "减少"},
    {"raised_to", "raised to", "提高到"},
    {"lowered_to", "lowered to", "降低到"},
};

const Codes kRoleCodes = {
    {"target", "goal, plan, budget", "目标"},
    {"actual", "reached, spent, counted", "实际"},
    {"prior", "earlier period, to compare", "上期"},
    {"other", "other", "其他"},
};

const Codes kSeverityCodes = {
    {"agree", "the figures agree", "一致"},
    {"rounding", "off by no more than rounding allows", "四舍五入差异"},
    {"disagree", "the figures disagree", "不一致"},
};

}  // namespace ziping

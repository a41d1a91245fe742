"use strict";
// All words of the page, in English and Chinese, and how numbers are written.
(function () {
  const words = {
    title: ["Self-evaluation records", "自评数据核对"],
    skip: ["Skip to content", "跳到正文"],
    overview: ["Overview", "概览"],
    documents: ["Documents", "文件"],
    records: ["Records", "数据记录"],
    findings: ["Findings", "核对结果"],
    notices: ["Notices", "提示"],
    reports: ["Reports", "报告"],
    pages: ["Pages", "页数"],
    page: ["Page", "页"],
    onPage: ["page {0}", "第 {0} 页"],
    pageOf: ["Page {0} of {1}", "第 {0} 页，共 {1} 页"],
    all: ["all", "全部"],
    any: ["any", "不限"],
    search: ["Search", "搜索"],
    searchRecords: ["figure, subject, concept, file …", "数值、对象、指标、文件……"],
    searchDocuments: ["file, title, organisation …", "文件、标题、单位……"],
    searchFindings: ["rule, message, file …", "规则、说明、文件……"],
    status: ["Status", "状态"],
    show: ["Show", "显示"],
    clear: ["Clear filters", "清除筛选"],
    shown: ["{0} of {1}", "{0} / {1}"],
    nothing: ["Nothing fits these filters.", "没有符合筛选条件的内容。"],
    noDisagree: ["No finding disagrees.", "没有不一致的核对结果。"],
    doubtful: ["Doubtful", "存疑"],
    doubtfulRecords: ["Doubtful records", "存疑记录"],
    withDoubts: ["with doubtful records", "有存疑记录"],
    withDisagree: ["with findings that disagree", "有不一致的核对"],
    withoutPictures: ["without page pictures", "缺少页面图片"],
    withVerdicts: ["with verdicts", "有审核意见"],
    unread: ["not read, or in part", "未读取或部分读取"],
    why: ["To be looked at", "需要核实"],
    c: ["low confidence", "置信度低"],
    r: ["repaired", "有修正"],
    f: ["a finding disagrees with it", "与核对结果不一致"],
    kind: ["Kind", "类别"], role: ["Role", "性质"], concept: ["Concept", "指标"], year: ["Year", "年度"],
    unit: ["Unit", "单位"], value: ["Value", "数值"], raw: ["As printed", "原文"], subject: ["Subject", "对象"],
    document: ["Document", "文件"], confidence: ["Conf.", "置信度"], doubts: ["Doubts", "存疑"],
    verdict: ["Verdict", "审核"], organisation: ["Organisation", "单位名称"],
    severity: ["Result", "结果"], rule: ["Rule", "规则"], stated: ["Stated", "报告值"], computed: ["Computed", "计算值"],
    message: ["What it says", "说明"], difference: ["Difference", "差额"], comparator: ["Comparator", "比较符"],
    section: ["Section", "章节"], sentence: ["Sentence", "所在句"], pattern: ["Rule of the label", "标注规则"],
    repair: ["Repair", "修正说明"], change: ["Change", "增减"], per: ["Per", "计量基准"], detail: ["Finer code", "细分代码"],
    score: ["Score", "得分"], rate: ["Execution", "执行率"], code: ["Code", "代码"],
    Disagree: ["Disagree", "不一致"], Rounding: ["Rounding", "四舍五入"],
    agree: ["agree", "一致"], rounding: ["rounding", "四舍五入"], disagree: ["disagree", "不一致"],
    ok: ["read", "已读取"], partial: ["read in part", "部分读取"], failed: ["failed", "读取失败"], skipped: ["skipped", "已跳过"],
    rightFinding: ["Holds", "核对属实"], wrongFinding: ["Does not hold", "核对有误"],
    right: ["Right", "正确"], wrong: ["Wrong", "错误"], open: ["not looked at", "未审核"],
    corrected: ["Right value", "正确数值"], note: ["Note", "备注"], undo: ["Take back", "撤销"],
    verdictSaved: ["Kept in this browser.", "已保存在本浏览器中。"],
    verdictHint: ["A value as in column “value”: in yuan, percent, persons.", "与“数值”列相同的单位：元、%、人。"],
    saveVerdicts: ["Save verdicts", "导出审核意见"],
    saveHint: ["Saves verdicts.csv. Then: ziping review OUT --apply verdicts.csv",
      "导出 verdicts.csv，再运行：ziping review OUT --apply verdicts.csv"],
    unsaved: ["{0} not saved", "{0} 条未导出"],
    noneToSave: ["No verdict to save yet.", "还没有可导出的审核意见。"],
    noStorage: ["This browser keeps nothing for pages from a folder: save your verdicts before you close the page.",
      "本浏览器不为本地页面保存内容：关闭前请导出审核意见。"],
    language: ["中文", "English"],
    theme: ["Colours", "配色"], auto: ["as the system", "跟随系统"], light: ["light", "浅色"], dark: ["dark", "深色"],
    keys: ["Keys", "快捷键"], close: ["Close", "关闭"], keysOn: ["Single keys act", "启用单键快捷键"],
    keyNext: ["next record or finding", "下一条记录或核对"], keyBack: ["record or finding before", "上一条记录或核对"],
    keyDoubt: ["next doubtful record", "下一条存疑记录"], keyDoubtBack: ["doubtful record before", "上一条存疑记录"],
    keyRight: ["right", "判为正确"], keyWrong: ["wrong", "判为错误"], keyEdit: ["type the right value", "填写正确数值"],
    keyNote: ["write a note", "填写备注"], keyUndo: ["take the verdict back", "撤销审核意见"],
    keySearch: ["search", "搜索"], keyHelp: ["these keys", "显示快捷键"], keyDocument: ["previous / next document", "上一个 / 下一个文件"],
    next: ["Next", "下一个"], previous: ["Previous", "上一个"],
    nextDoubt: ["Next doubtful", "下一条存疑"], noMoreDoubts: ["No further doubtful record.", "没有更多存疑记录。"],
    lastDoubt: ["No doubtful record before this one.", "前面没有存疑记录。"],
    zoom: ["Zoom", "缩放"], fit: ["fit", "适合宽度"], legend: ["Kinds of records", "记录类别"],
    pictureOf: ["Picture of page {0}", "第 {0} 页图片"],
    noPage: ["No picture of page {0}.", "没有第 {0} 页的图片。"],
    notRead: ["The file could not be read: {0}", "该文件无法读取：{0}"],
    noFigures: ["A text file without figures.", "文本文件，没有数据。"],
    textFile: ["A text file: its sentences with figures.", "文本文件：以下为含有数据的句子。"],
    noPictures: ["This page was made without pictures; here are the sentences with figures.",
      "本页面未生成图片；以下为含有数据的句子。"],
    absent: ["The file was not found where it was read, so its pages could not be drawn. Give --sources, or run the command in the folder of the run.",
      "未在原路径找到该文件，无法生成页面图片。请使用 --sources，或在原目录下运行命令。"],
    changed: ["The file has changed since it was read, so its pages were not drawn.", "文件在读取后已被修改，未生成页面图片。"],
    undrawn: ["Some pages could not be drawn ({0}).", "部分页面无法生成图片（{0}）。"],
    unknownDocument: ["This dataset holds no document “{0}”.", "数据集中没有文件“{0}”。"],
    loading: ["Loading …", "正在加载……"],
    lost: ["{0} is missing or damaged: make the page again with ziping review.", "{0} 缺失或损坏：请重新运行 ziping review。"],
    noRecords: ["No records were read from this document.", "该文件中没有数据记录。"],
    noFindings: ["Nothing to check was found in this document.", "该文件中没有可核对的内容。"],
    rests: ["Figures that it compares", "所比较的数值"],
    inFindings: ["Checked by", "相关核对"],
    chartRates: ["Execution rates of reports", "各报告预算执行率"],
    chartScores: ["Self-evaluation scores", "自评得分"],
    chartKinds: ["Records by kind", "按类别统计的记录"],
    chartRules: ["Findings by rule", "按规则统计的核对结果"], rulesNote: ["disagree, of all checks", "不一致 / 全部核对"],
    chartCoverage: ["Share of reports that state …", "报告中载明各项的比例"],
    chartNone: ["Nothing to show.", "没有可显示的内容。"],
    chartEmpty: ["No report states it.", "没有报告载明。"],
    reportsUnit: ["reports", "份报告"],
    asTable: ["As a table", "查看表格"], range: ["Range", "区间"], count: ["Count", "数量"],
    sameAs: ["same content as {0}", "与 {0} 内容相同"],
    made: ["ziping {0} · pattern set {1} · dataset {2}", "ziping {0} · 规则集 {1} · 数据集 {2}"],
    stale: ["The dataset has been made anew since this page was made: run ziping review again.", "本页面生成之后数据集已重新生成：请重新运行 ziping review。"],
    goneRecord: ["That record is not in this page’s dataset.", "本页面的数据集中没有该记录。"],
    amount: ["money", "金额"], grade: ["grade", "等级"], other: ["other", "其他"],
    target: ["target", "目标"], actual: ["actual", "实际"], prior: ["prior", "上期"],
    eq: ["=", "＝"], ge: ["≥", "≥"], gt: [">", "＞"], le: ["≤", "≤"], lt: ["<", "＜"], approx: ["about", "约"],
    increase: ["rise", "增加"], decrease: ["fall", "减少"], raised_to: ["raised to", "提高到"], lowered_to: ["lowered to", "降低到"],
    CNY: ["yuan", "元"], percent: ["%", "%"], percentage_point: ["pp", "百分点"], ratio: ["ratio", "比例"], person: ["persons", "人"],
    person_time: ["visits", "人次"], household: ["households", "户"], point: ["points", "分"],
  };
  const kinds = {amount: ["money", "金额"], rate: ["rate", "比率"], headcount: ["persons", "人数"], score: ["score", "评分"],
    count: ["count", "数量"]};

  ziping.language = "en";

  /// A word of the page, {0} filled in; what is no word of the page stands as it is.
  ziping.t = function (key, ...values) {
    const pair = Object.prototype.hasOwnProperty.call(words, key) ? words[key] : null;
    const text = pair ? pair[ziping.language === "zh" ? 1 : 0] : key;
    return values.length ? text.replace(/\{(\d)\}/g, (_, number) => values[Number(number)]) : text;
  };
  ziping.kinds = Object.keys(kinds);
  ziping.kindWord = kind => kinds[kind] ? kinds[kind][ziping.language === "zh" ? 1 : 0] : kind;

  /// Digits in groups of three: exact, whatever their number. What is no number stands as it is.
  ziping.grouped = function (value) {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return value.includes("~") ? value.split("~").map(ziping.grouped).join(" ~ ") : value;
    const [whole, rest] = value.split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest ? "." + rest : "");
  };

  /// Yuan as people say them: 274180500 is 27,418.05 万元.
  ziping.inWan = function (value) {
    if (!/^-?\d{5,}(\.\d+)?$/.test(value)) return "";
    const [whole, rest = ""] = value.split(".");
    const decimals = (whole.slice(-4) + rest).replace(/0+$/, "");
    const head = whole.slice(0, -4);
    return ziping.grouped((head === "" || head === "-" ? head + "0" : head) + (decimals ? "." + decimals : "")) + " 万元";
  };

  /// A record's value where there is no room for its unit.
  ziping.bareQuantity = (value, unit) => ziping.grouped(value) + (unit === "percent" ? "%" : "");

  /// A record's value with its unit.
  ziping.quantity = function (value, unit) {
    const shown = ziping.grouped(value);
    if (unit === "percent") return shown + "%";
    return unit ? shown + " " + ziping.t(unit) : shown;
  };

  /// What a finding states or computes; dates and years are no quantities.
  ziping.findingValue = (rule, value, unit) => rule.startsWith("date.") || !/\d/.test(value) ? value : ziping.quantity(value, unit);

  ziping.number = value => Number(value).toLocaleString("en-US");
})();

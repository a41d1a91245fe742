"use strict";
// Names of the relations that findings check, without their revision. One that is not here is shown as it is.
(function () {
  const names = {
    "sum.sources": ["total = sum of its sources", "总额 = 各来源之和"],
    "sum.basic-project": ["total = basic + project spending", "总支出 = 基本支出 + 项目支出"],
    "sum.staff-costs": ["basic spending = personnel + public funds", "基本支出 = 人员经费 + 公用经费"],
    "sum.scores": ["score = sum of its items", "总分 = 各项得分之和"],
    "sum.list": ["total = sum of its list", "合计 = 所列各项之和"],
    "ratio.execution": ["execution rate = spending ÷ budget", "执行率 = 支出 ÷ 预算"],
    "ratio.received": ["rate received = received ÷ budget", "到位率 = 到位 ÷ 预算"],
    "ratio.completion": ["completion = done ÷ target", "完成率 = 完成 ÷ 目标"],
    "ratio.asset-use": ["use of assets = in use ÷ all", "资产利用率 = 在用 ÷ 全部"],
    "ratio.procurement": ["procurement rate = done ÷ planned", "采购执行率 = 实际 ÷ 预算"],
    "ratio.carryover": ["carry-over rate = carried over ÷ spending", "结转率 = 结转 ÷ 支出"],
    "ratio.formula": ["a rate whose quotient is written out", "写明算式的比率"],
    "ratio.formula-other": ["a quotient that is written out", "写明的算式"],
    "rest.after-cut": ["budget − cut = rest", "预算 − 缩减 = 余额"],
    "rest.unspent": ["budget − spending = unspent", "预算 − 支出 = 未使用"],
    "rest.fund-balance": ["income − spending = balance", "收入 − 支出 = 结余"],
    "product.standard": ["standard × persons = amount", "标准 × 人数 = 金额"],
    "change.growth": ["growth against last year", "较上年增减幅度"],
    "change.points": ["change in percentage points", "百分点变化"],
    "twin.text": ["the same fact stated twice", "同一事实前后两处"],
    "twin.lone-whole": ["a total beside another list", "总额与所列各项不符"],
    "grade.text": ["grade by score", "得分与等级"],
    "score.full-unspent": ["full score though money is unspent", "资金未用完却得满分"],
    "date.closing": ["date before the closing of accounts", "日期早于年度结账"],
    "date.report": ["date of the report and its year", "报告日期与年度"],
    "table.sum": ["total row = sum of rows", "合计行 = 各行之和"],
    "form.fund-sum": ["form: total funds = sum of sources", "自评表：资金总额 = 各来源之和"],
    "form.fund-rate": ["form: rate = B/A", "自评表：执行率 = B/A"],
    "form.fund-score": ["form: score of the budget = weight × rate", "自评表：预算执行得分 = 分值 × 执行率"],
    "form.weight-sum": ["form: sum of weights", "自评表：分值合计"],
    "form.score-sum": ["form: sum of scores", "自评表：得分合计"],
    "form.level-weight": ["form: weight of a level", "自评表：一级指标分值"],
    "form.score-cap": ["form: score within its weight", "自评表：得分不超过分值"],
    "form.missed-target": ["form: target missed, full score", "自评表：未达目标却得满分"],
    "form.grade": ["form: grade by score", "自评表：得分与等级"],
    "text.budget": ["budget: text and form", "预算：正文与自评表"],
    "text.spend": ["spending: text and form", "支出：正文与自评表"],
    "text.score": ["score: text and form", "得分：正文与自评表"],
    "text.indicator": ["indicator: text and form", "指标：正文与自评表"],
  };
  ziping.ruleWord = function (rule) {
    const id = rule.replace(/@\d+$/, "");
    const pair = Object.prototype.hasOwnProperty.call(names, id) ? names[id] : null;
    return pair ? pair[ziping.language === "zh" ? 1 : 0] : rule;
  };
})();

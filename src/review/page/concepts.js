"use strict";
// Names of the concept codes. A code that is not here is shown as it is.
(function () {
  const names = {
    "budget.total": ["total budget", "预算总额"], "budget.central": ["central budget", "中央预算"],
    "budget.province": ["provincial budget", "省级预算"], "budget.city": ["city budget", "市级预算"],
    "budget.county": ["county budget", "县级预算"], "budget.local": ["local budget", "地方预算"],
    "budget.initial": ["initial budget", "年初预算"], "budget.adjusted": ["adjusted budget", "调整后预算"],
    "budget.cut": ["budget cut", "预算缩减"], "budget.basic": ["basic spending budget", "基本支出预算"],
    "budget.project": ["project budget", "项目支出预算"],
    "received.total": ["funds received", "到位资金"], "received.central": ["received, central", "到位中央资金"],
    "received.province": ["received, provincial", "到位省级资金"], "received.city": ["received, city", "到位市级资金"],
    "received.county": ["received, county", "到位县级资金"], "received.local": ["received, local", "到位地方资金"],
    "spend.total": ["total spending", "支出总额"], "spend.basic": ["basic spending", "基本支出"],
    "spend.project": ["project spending", "项目支出"], "spend.category": ["part of the spending", "分项支出"],
    "balance.current": ["balance of the year", "当期结余"], "balance.cumulative": ["cumulative balance", "累计结余"],
    "balance.carryover": ["carry-over", "结转结余"], "balance.prior": ["balance of last year", "上年结余"],
    "balance.unspent": ["unspent", "未使用资金"],
    "fund.income": ["fund income", "基金收入"], "fund.expense": ["fund expense", "基金支出"],
    "fund.interest": ["interest", "利息收入"],
    "standard.subsidy": ["subsidy standard", "补助标准"], "standard.premium": ["premium", "缴费标准"],
    "standard.cap": ["cap", "支付限额"], "standard.deductible": ["deductible", "起付线"],
    "asset.total": ["assets", "资产总额"], "asset.in_use": ["assets in use", "在用资产"],
    "procurement.planned": ["procurement planned", "采购预算"], "procurement.actual": ["procurement done", "实际采购"],
    "recovered": ["recovered", "追回资金"],
    "rate.execution": ["execution rate", "预算执行率"], "rate.received": ["rate of funds received", "资金到位率"],
    "rate.benefit": ["benefit rate", "待遇比例"], "rate.coverage": ["coverage", "覆盖率"],
    "rate.completion": ["completion", "完成率"], "rate.satisfaction": ["satisfaction", "满意度"],
    "rate.awareness": ["awareness", "知晓率"], "rate.growth": ["growth", "增长率"],
    "rate.carryover": ["carry-over rate", "结转结余率"], "rate.asset_use": ["use of assets", "资产利用率"],
    "rate.response": ["response rate", "回复率"],
    "people.insured": ["insured", "参保人数"], "people.insured_employee": ["insured employees", "职工参保人数"],
    "people.insured_resident": ["insured residents", "居民参保人数"], "people.subsidised": ["subsidised", "资助参保人数"],
    "people.assisted": ["assisted", "救助人数"], "people.assisted_inpatient": ["assisted inpatients", "住院救助人数"],
    "people.assisted_outpatient": ["assisted outpatients", "门诊救助人数"], "people.target_group": ["target group", "在册对象"],
    "people.staff_authorised": ["staff authorised", "编制人数"], "people.staff_actual": ["staff", "实有人数"],
    "people.population": ["population", "人口"], "people.served": ["people served", "服务人数"],
    "score.self": ["self-evaluation score", "自评得分"], "score.grade": ["grade", "自评等级"],
    "score.full": ["full score", "满分"], "score.item": ["score of an item", "单项得分"],
    "institutions.inspected": ["institutions inspected", "检查机构数"],
    "institutions.designated": ["designated institutions", "定点机构数"], "training.sessions": ["trainings", "培训次数"],
    "cases": ["cases", "案件数"], "other": ["other", "其他"],
  };
  ziping.conceptWord = function (code) {
    const pair = Object.prototype.hasOwnProperty.call(names, code) ? names[code] : null;
    return pair ? pair[ziping.language === "zh" ? 1 : 0] : code;
  };
})();

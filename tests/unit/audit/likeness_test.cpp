#include "audit/likeness.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

const std::vector<std::string> kFillerWords = {"全年", "我市", "实际", "完成", "共"};
const Fillers kFillers(kFillerWords);

TEST(Core, IsTheSameInAnyOrderWithoutFillers) {
  EXPECT_EQ(core_of("全年维修养护小型水库", kFillers), core_of("小型水库维修养护实际完成", kFillers));
  EXPECT_NE(core_of("维修养护中型水库", kFillers), core_of("维修养护小型水库", kFillers));
  EXPECT_TRUE(holds(core_of("资助参保资金支出", kFillers), core_of("参保资金支出", kFillers)));
  EXPECT_FALSE(holds(core_of("参保资金支出", kFillers), core_of("资助参保资金支出", kFillers)));
  EXPECT_TRUE(core_of("实际完成", kFillers).empty());
  EXPECT_EQ(core_of("我全年市维修经费", kFillers), core_of("维修经费", kFillers));
}

TEST(Marks, TellPlacesAndLevelsApart) {
  const WordFinder levels({"中央", "上半年"});
  EXPECT_NE(marks_of("甲县完成改造", levels), marks_of("乙县完成改造", levels));
  EXPECT_EQ(marks_of("我县完成改造", levels), marks_of("我县改造完成", levels));
  EXPECT_NE(marks_of("上半年支出", levels), marks_of("支出", levels));
  EXPECT_NE(marks_of("第一批资金", levels), marks_of("第二批资金", levels));
}

TEST(Likeness, OfSentencesWithDigitsAlike) {
  EXPECT_EQ(likeness(frame_of("培训教师12人"), frame_of("培训教师340人")), 100);
  EXPECT_LT(likeness(frame_of("培训教师12人"), frame_of("更换灯具12盏")), 30);
  EXPECT_EQ(likeness(frame_of(""), frame_of("")), 0);
}

}  // namespace
}  // namespace ziping

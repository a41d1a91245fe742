#include "record/missing.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Missing, AColumnIsFoundAmongOthers) {
  const char* cell = "illegible: rate score; not_applicable: weight rate_stated";
  EXPECT_EQ(missing_in(cell, "score", Missing::not_stated), Missing::illegible);
  EXPECT_EQ(missing_in(cell, "weight", Missing::not_stated), Missing::not_applicable);
  EXPECT_EQ(missing_in(cell, "rate_stated", Missing::not_stated), Missing::not_applicable);
  EXPECT_EQ(missing_in(cell, "rate", Missing::not_stated), Missing::illegible);
}

TEST(Missing, WhatIsNotNamedIsAsTheColumnSays) {
  EXPECT_EQ(missing_in("illegible: rate", "score", Missing::not_applicable), Missing::not_applicable);
  EXPECT_EQ(missing_in("", "score", Missing::not_stated), Missing::not_stated);
}

TEST(Missing, AStarIsEveryColumn) {
  EXPECT_EQ(missing_in("illegible: *", "score", Missing::not_stated), Missing::illegible);
}

TEST(Missing, AReportIsEmptyForOneReason) {
  EXPECT_EQ(why_not_stated(Status::ok, "form"), Missing::not_stated);
  EXPECT_EQ(why_not_stated(Status::partial, "form"), Missing::illegible);
  EXPECT_EQ(why_not_stated(Status::partial, "template"), Missing::not_applicable);
}

}  // namespace
}  // namespace ziping

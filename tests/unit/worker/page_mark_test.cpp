#include "worker/page_mark.h"

#include "worker/child.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace ziping {
namespace {

TEST(PageMark, BeginsBeforeTheFirstPage) {
  PageMark mark;
  EXPECT_EQ(mark.place(), PageMark::Place{});
}

TEST(PageMark, KeepsWhatIsTold) {
  PageMark mark;
  for (PageMark::Place place : {PageMark::Place{1, 2147483647}, {36, 36}, {-1, 0}}) {
    mark.begin(place.page, place.pages);
    EXPECT_EQ(mark.place(), place);
  }
  mark.clear();
  EXPECT_EQ(mark.place(), PageMark::Place{});
}

TEST(PageMark, IsKnownWhenTheWorkerIsDead) {
  PageMark mark;
  Child child = Child::start([&](Channel&) {
    mark.begin(7, 12);
    _exit(1);
  });
  child.wait();
  EXPECT_EQ(mark.place(), (PageMark::Place{7, 12}));
}

}  // namespace
}  // namespace ziping

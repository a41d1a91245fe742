#include "review/draw_pictures.h"

#include "archive/read_archive.h"
#include "batch/death.h"
#include "batch/worker.h"
#include "ingest/page_picture.h"
#include "ingest/reader.h"
#include "review/serve_pictures.h"

#include <fmt/format.h>
#include <poll.h>

#include <deque>
#include <memory>

namespace ziping {
namespace {

constexpr int kMaxDeaths = 3;  // of drawers, before a document is given up
constexpr int kMillisecondsAsleep = 500;

/// Drawing is not bounded by time of the clock alone, and reads fonts.
WorkerLimits drawing_limits(double timeout) {
  WorkerLimits limits;
  limits.sandbox.readable = {reader_data_folder(), font_folder()};
  limits.cpu_seconds = timeout;
  return limits;
}

/// A process that draws, and what it draws.
struct Drawer {
  explicit Drawer(Child process) : child(std::move(process)) {}

  Child child;
  std::optional<PictureSource> source;
  std::deque<int> left;  ///< pages that have not come
  int deaths = 0;        ///< of processes at this document
  Killed killed = Killed::no;
  SteadyClock::time_point heard = SteadyClock::now();
};

class Drawing {
 public:
  Drawing(const std::vector<WantedPictures>& wanted, const PictureFolder& folder,
          const DrawingOptions& options, StopSignals& signals)
      : folder_(folder),
        options_(options),
        signals_(signals),
        limits_(drawing_limits(options.timeout)),
        sources_(wanted, options.sources, unpacking_of(ReadingOptions{}), signals,
                 [this](const WantedPictures& document, const std::string& code) {
                   give_up(document, document.pages.size(), code);
                 }) {
    for (const WantedPictures& document : wanted) pages_ += document.pages.size();
    for (int i = 0; i < options.jobs; ++i) drawers_.push_back(std::make_unique<Drawer>(start()));
  }

  bool run() {
    while (!signals_.stopped()) {
      bool busy = false;
      for (auto& drawer : drawers_) busy = (drawer->source || give_next(*drawer)) || busy;
      if (!busy) return !signals_.stopped();
      wait();
    }
    return false;
  }

 private:
  Child start() {
    return Child::start([this](Channel& review) { serve_pictures(review, limits_); });
  }

  bool give_next(Drawer& drawer) {
    std::optional<PictureSource> source = sources_.next();
    if (!source) return false;
    drawer.left.assign(source->wanted->pages.begin(), source->wanted->pages.end());
    drawer.source = std::move(source);
    drawer.deaths = 0;
    send_job(drawer);
    return true;
  }

  void send_job(Drawer& drawer) {
    drawer.heard = SteadyClock::now();
    try {
      drawer.child.channel().send(PictureJob{fmt::format("{}", fmt::join(drawer.left, " "))},
                                  drawer.source->file.get());
    } catch (const ProtocolError&) {  // it has died: receive() sees that
    }
  }

  void wait() {
    std::vector<pollfd> polled{{signals_.descriptor(), POLLIN, 0}};
    for (auto& drawer : drawers_) polled.push_back({drawer->child.channel().socket(), POLLIN, 0});
    if (poll(polled.data(), polled.size(), kMillisecondsAsleep) < 0) return;
    for (std::size_t i = 0; i < drawers_.size(); ++i)
      if (polled[i + 1].revents != 0) receive(drawers_[i]);
    for (auto& drawer : drawers_) check_clock(*drawer);
  }

  void receive(std::unique_ptr<Drawer>& drawer) {
    try {
      bool open = drawer->child.channel().fill();
      while (auto frame = drawer->child.channel().next()) take(*drawer, *frame);
      if (open) return;
    } catch (const ProtocolError&) {
      drawer->killed = Killed::broken;
      drawer->child.kill();
    }
    died(drawer);
  }

  void take(Drawer& drawer, const Frame& frame) {
    drawer.heard = SteadyClock::now();
    if (frame.type == MessageType::ready) return;
    if (!drawer.source) throw ProtocolError("a picture that was not asked for");
    if (frame.type == MessageType::picture) return take(drawer, message_of<Picture>(frame));
    auto end = message_of<PicturesEnd>(frame);
    finish(drawer, end.code.empty() && !drawer.left.empty() ? "damaged" : end.code);
  }

  void take(Drawer& drawer, const Picture& picture) {
    if (drawer.left.empty() || picture.page != drawer.left.front())
      throw ProtocolError("a picture out of its turn");
    drawer.left.pop_front();
    const WantedPictures& document = *drawer.source->wanted;
    if (!folder_.keep(document.sha256, picture.page, picture.png)) return give_up(document, 1, "damaged");
    count(1);
  }

  /// `code` says why pages are left; it is empty where none is.
  void finish(Drawer& drawer, const std::string& code) {
    if (!code.empty()) give_up(*drawer.source->wanted, drawer.left.size(), code);
    drawer.source.reset();
  }

  void died(std::unique_ptr<Drawer>& drawer) {
    Death death = death_of(drawer->child.wait(), drawer->killed, options_.timeout, 0, 0);
    auto next = std::make_unique<Drawer>(start());
    if (drawer->source) {
      next->source = std::move(drawer->source);
      next->left = std::move(drawer->left);
      next->deaths = drawer->deaths + 1;
      go_on(*next, death.code);
    }
    drawer = std::move(next);
  }

  /// Leaves out the page at which a drawer has died.
  void go_on(Drawer& drawer, const std::string& code) {
    if (drawer.deaths >= kMaxDeaths || drawer.left.empty()) return finish(drawer, code);
    drawer.left.pop_front();
    give_up(*drawer.source->wanted, 1, code);
    if (drawer.left.empty()) return drawer.source.reset();
    send_job(drawer);
  }

  void check_clock(Drawer& drawer) {
    if (!drawer.source || drawer.killed != Killed::no || seconds_since(drawer.heard) < options_.timeout)
      return;
    drawer.killed = Killed::silent;
    drawer.child.kill();
  }

  void give_up(const WantedPictures& document, std::size_t pages, const std::string& code) {
    if (options_.on_problem) options_.on_problem(document, code);
    count(pages);
  }
  void count(std::size_t pages) {
    done_ += pages;
    if (options_.on_page) options_.on_page(done_, pages_);
  }

  const PictureFolder& folder_;
  const DrawingOptions& options_;
  StopSignals& signals_;
  WorkerLimits limits_;
  PictureSources sources_;
  std::vector<std::unique_ptr<Drawer>> drawers_;
  std::size_t done_ = 0, pages_ = 0;
};

}  // namespace

bool draw_pictures(const std::vector<WantedPictures>& wanted, const PictureFolder& folder,
                   const DrawingOptions& options, StopSignals& signals) {
  if (wanted.empty()) return true;
  prepare_page_pictures();
  prepare_archives();
  return Drawing(wanted, folder, options, signals).run();
}

}  // namespace ziping

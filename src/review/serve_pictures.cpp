#include "review/serve_pictures.h"

#include "base/error.h"
#include "ingest/page_picture.h"
#include "review/png.h"
#include "worker/read_open_file.h"

#include <new>
#include <sstream>

namespace ziping {
namespace {

/// A page that cannot be drawn is sent without a picture.
std::string drawn(PagePictures& pictures, int page) {
  try {
    return png_of(pictures.draw(page, kPictureDpi));
  } catch (const InputError&) {
    return {};
  }
}

PicturesEnd draw_pages(Channel& review, const PictureJob& job, int file, const WorkerLimits& limits) {
  try {
    const std::string bytes = read_open_file(file, limits.document_bytes);
    PagePictures pictures(bytes);
    std::istringstream pages(job.pages);
    for (int page = 0; pages >> page;) {
      allow_cpu(limits.cpu_seconds);
      review.send(Picture{page, drawn(pictures, page)});
    }
    return {};
  } catch (const InputError& error) {
    return {error.code, error.what()};
  } catch (const std::bad_alloc&) {
    return {"memory", "the document needs more memory than there is"};
  }
}

}  // namespace

void serve_pictures(Channel& review, const WorkerLimits& limits) {
  review.send(Ready{enter_sandbox(limits.sandbox).str(limits.sandbox)});
  while (std::optional<Frame> frame = review.receive()) {
    auto job = message_of<PictureJob>(*frame);
    Descriptor file = review.take_descriptor();
    allow_cpu(limits.cpu_seconds);
    review.send(draw_pages(review, job, file.get(), limits));
  }
}

}  // namespace ziping

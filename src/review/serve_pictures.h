#pragma once

#include "worker/channel.h"
#include "worker/serve_documents.h"

namespace ziping {

/// Pixels an inch of the pictures.
inline constexpr double kPictureDpi = 110;

/// The life of a drawer: enters the sandbox, then draws pages of one PDF after the other, as the review sends
/// them, until it closes the socket. prepare_page_pictures() comes before.
void serve_pictures(Channel& review, const WorkerLimits& limits);

}  // namespace ziping

#pragma once

namespace ziping {

/// Whether this is a build with the address sanitizer, which needs terabytes of addresses. gcc tells by a
/// macro, clang by a feature.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool kAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool kAddressSanitizer = false;
#endif

}  // namespace ziping

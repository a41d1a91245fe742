#include "app/json_log.h"

#include "base/utf8.h"
#include "write/json_text.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace ziping {
namespace {

constexpr double kSecondsBetween = 10;

const char* name_of(Origin origin) {
  switch (origin) {
    case Origin::read:
      return "read";
    case Origin::kept:
      return "kept";
    case Origin::copied:
      return "copied";
  }
  return "";
}

/// A JSON string that does a terminal no harm either: what JSON lets stand raw of control characters is
/// escaped, bytes that are no UTF-8 become U+FFFD.
std::string harmless_string(std::string_view text) {
  std::string escaped, quoted;
  append_json_string(quoted, text);
  for (std::size_t at = 0; at < quoted.size();) {
    char32_t ch = next_char(quoted, at);
    if (ch >= 0x7F && ch <= 0x9F) {
      escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(ch));
    } else {
      append_utf8(escaped, ch);
    }
  }
  return escaped;
}

/// An object that grows by fields, in their order.
class JsonObject {
 public:
  JsonObject& raw(std::string_view name, const std::string& json) {
    fields_ += (fields_.empty() ? "" : ",") + harmless_string(name) + ":" + json;
    return *this;
  }
  JsonObject& text(const char* name, std::string_view value) { return raw(name, harmless_string(value)); }
  JsonObject& count(std::string_view name, std::size_t value) { return raw(name, std::to_string(value)); }
  JsonObject& seconds(const char* name, double value) { return raw(name, fmt::format("{:.3f}", value)); }
  std::string str() const { return "{" + fields_ + "}"; }

 private:
  std::string fields_;
};

JsonObject event_object(const char* event, double seconds) {
  return JsonObject().text("event", event).seconds("seconds", seconds);
}

}  // namespace

JsonLog::JsonLog(ObserverOptions options) : options_(std::move(options)), began_(options_.clock()) {}

void JsonLog::begin(const RunStart& start) {
  log(event_object("begin", seconds())
          .count("inputs", start.inputs)
          .count("jobs", static_cast<std::size_t>(start.jobs))
          .text("sandbox", start.sandbox)
          .str());
}

void JsonLog::document(const DocumentReport& report) {
  bool failed = report.status == Status::failed;
  JsonObject object = event_object("document", seconds())
                          .text("document", report.document)
                          .text("status", name_of(report.status))
                          .text("origin", name_of(report.origin))
                          .count("pages", static_cast<std::size_t>(report.pages))
                          .count("records", report.records)
                          .count("contradictions", report.contradictions)
                          .seconds("reading_seconds", report.seconds);
  if (failed) object.text("code", report.error_code).text("message", report.error);
  log(object.str(), failed);
}

void JsonLog::notice(const std::string& code, const std::string& document, const std::string& message) {
  JsonObject object = event_object("notice", seconds()).text("code", code);
  if (!document.empty()) object.text("document", document);
  log(object.text("message", message).str());
}

void JsonLog::progress(const RunProgress& progress) {
  if (seconds() - logged_at_ < kSecondsBetween) return;
  logged_at_ = seconds();
  log_progress("progress", progress);
}

void JsonLog::writing(const RunProgress& progress) {
  log_progress("writing", progress);
}

void JsonLog::end(const RunSummary& summary) {
  JsonObject failures;
  for (const auto& [code, count] : summary.failures) failures.count(code, count);
  log(event_object("end", seconds())
          .count("documents", summary.documents())
          .count("ok", summary.ok)
          .count("partial", summary.partial)
          .count("failed", summary.failed)
          .count("skipped", summary.skipped)
          .raw("failures", failures.str())
          .count("kept", summary.kept)
          .count("copied", summary.copied)
          .count("records", summary.records)
          .count("contradictions", summary.contradictions)
          .count("pages", summary.pages)
          .raw("stopped", summary.stopped ? "true" : "false")
          .str());
}

void JsonLog::log_progress(const char* event, const RunProgress& progress) {
  log(event_object(event, seconds())
          .count("inputs", progress.inputs)
          .count("inputs_done", progress.inputs_done)
          .count("documents", progress.documents)
          .count("failed", progress.failed)
          .count("pages", progress.pages)
          .str());
}

void JsonLog::log(const std::string& object, bool failure) {
  if (failure || !options_.quiet) options_.write(object + "\n");
}

}  // namespace ziping

#pragma once

#include "ingest/annotations.h"
#include "ingest/content/colour_spaces.h"
#include "ingest/content/marked_content.h"
#include "ingest/content/path.h"
#include "ingest/content/resources.h"
#include "ingest/content/state.h"
#include "ingest/content/statement.h"
#include "ingest/content/stream_bytes.h"
#include "ingest/page_builder.h"
#include "ingest/poppler_glue.h"

#include <array>
#include <deque>
#include <string_view>
#include <vector>

namespace ziping::content {

/// Runs the content streams of a document's pages: what Poppler's Gfx and a device of ours find, found
/// without drawing anything. Where the two could differ it throws GaveUp.
class Interpreter {
 public:
  /// `file` holds the bytes of `pdf`; both must outlive this.
  Interpreter(PDFDoc& pdf, std::string_view file, PageBuilder& page);

  /// Draws the content streams of page `number` onto the builder.
  void run_page(::Page& page, int number, Object& contents);
  /// The page drawn last was left before its end: it draws more than a page of a report could.
  bool tired() const { return operators_ > kMaxOperators || saved_ > kMaxSavedStates; }

 private:
  friend struct OperatorTable;

  // Limits of a page, what it draws with forms included: these may call each other twice each, and so
  // double the work with every one.
  static constexpr int kMaxOperators = 10'000'000;
  static constexpr int kMaxSavedStates = 100'000;  // a call of a form saves one too
  static constexpr std::size_t kMaxForms = 100;    // open at a time; Poppler leaves out those further in

  // interpreter.cpp: streams and the graphics state
  void begin_state(::Page& page, int number);
  void append_contents(Object& contents, ByteBuffer& out);
  void run(ByteBuffer& bytes);
  void execute(Statements& statements);
  void save_state();
  void restore_state();
  void op_save() { save_state(); }
  void op_restore() { restore_state(); }
  void op_concat();
  void op_line_width();
  void op_settings();
  void op_nothing() {}
  void op_begin_ignoring() { ++ignoring_; }
  void op_end_ignoring() { ignoring_ -= ignoring_ > 0; }

  // path_operators.cpp
  void op_move_to();
  void op_line_to();
  void op_curve_to();
  void op_curve_from_point();
  void op_curve_to_point();
  void op_rectangle();
  void op_close_path();
  void op_end_path() { end_path(); }
  void op_stroke() { paint(false, false, true); }
  void op_close_stroke() { paint(true, false, true); }
  void op_fill() { paint(false, true, false); }
  void op_fill_stroke() { paint(false, true, true); }
  void op_close_fill_stroke() { paint(true, true, true); }
  void op_clip() { clipping_ = true; }
  bool has_point(const char* operation) const;
  void curve(Vector first, Vector second, Vector end);
  void close_path();
  void paint(bool close, bool fill, bool stroke);
  void stroke_path();
  void fill_path();
  void end_path();

  // colour_operators.cpp
  void op_fill_grey() { set_device_colour(state_.fill, csDeviceGray); }
  void op_stroke_grey() { set_device_colour(state_.stroke, csDeviceGray); }
  void op_fill_rgb() { set_device_colour(state_.fill, csDeviceRGB); }
  void op_stroke_rgb() { set_device_colour(state_.stroke, csDeviceRGB); }
  void op_fill_cmyk() { set_device_colour(state_.fill, csDeviceCMYK); }
  void op_stroke_cmyk() { set_device_colour(state_.stroke, csDeviceCMYK); }
  void op_fill_space() { set_space(state_.fill, "Bad color space (fill)"); }
  void op_stroke_space() { set_space(state_.stroke, "Bad color space (stroke)"); }
  void op_fill_colour() { set_colour_of(state_.fill, "sc"); }
  void op_stroke_colour() { set_colour_of(state_.stroke, "SC"); }
  void op_fill_colour_or_pattern() { set_colour_or_pattern(state_.fill, "scn"); }
  void op_stroke_colour_or_pattern() { set_colour_or_pattern(state_.stroke, "SCN"); }
  void set_device_colour(Paint& paint, GfxColorSpaceMode mode);
  void set_space(Paint& paint, const char* fault);
  void set_colour_of(Paint& paint, const char* operation);
  void set_colour_or_pattern(Paint& paint, const char* operation);
  void check_pattern(std::string_view name);

  // text_operators.cpp
  void op_begin_text();
  void op_char_space() { state_.text.char_space = operands_->number(0); }
  void op_word_space() { state_.text.word_space = operands_->number(0); }
  void op_horizontal_scaling();
  void op_leading() { state_.text.leading = operands_->number(0); }
  void op_rise() { state_.text.rise = operands_->number(0); }
  void op_render() { state_.text.render = static_cast<int>(operands_->number(0)); }
  void op_font();
  void op_text_move();
  void op_text_move_leading();
  void op_text_matrix();
  void op_next_line();
  void op_show();
  void op_show_spaced();
  void op_next_line_show();
  void op_spaced_next_line_show();
  void move_text(double x, double y);
  void shift_text(double x, double y);
  bool has_font(const char* operation) const;
  void show(std::string_view string);
  bool is_invisible() const;
  void add_glyph(std::string_view bytes, const FontCharacter& shown, Vector origin, Vector advance);

  // x_objects.cpp
  void op_x_object();
  void draw_form(Object& form, const Object& entry);
  void draw_image(const Object& image);
  void run_form(Object& form, const Matrix& matrix, const std::array<double, 4>& bounds);
  void draw_appearance(Appearance& appearance);
  void clip_to(const std::array<double, 4>& bounds);
  bool is_visible(const Dict& dict);

  // inline_image.cpp
  void op_inline_image();
  Object read_inline_dict();
  void skip_inline_data(Object dict, std::size_t count);
  void op_stray_image_data() { throw GaveUp{"the data of an inline image without its beginning"}; }

  // marked_content.cpp
  void op_begin_marked();
  void op_end_marked();

  PDFDoc& pdf_;
  XRef& xref_;
  PageBuilder& page_;
  StreamBytes streams_;
  FontCache fonts_;
  Resources resources_;
  ColourSpaces colours_;
  MarkedContent marks_;

  GraphicsState state_;
  std::vector<GraphicsState> saved_states_;
  std::size_t guard_ = 0;  // how many of these belong to the streams outside the one that runs
  Pen pen_;
  Path path_;
  bool clipping_ = false;   // the path clips when it ends
  int ignoring_ = 0;        // depth of BX
  std::vector<int> forms_;  // object numbers of the forms being drawn
  bool left_ = false;       // the stream is at fault and left before its end

  std::deque<ByteBuffer> buffers_;    // one for each stream that runs, used again
  Statements* statements_ = nullptr;  // of the stream that runs
  Operands* operands_ = nullptr;      // of the operator that runs

  PagePath on_page_;
  ShownGlyph shown_;
  bool style_is_old_ = true;  // heights, size and angle of shown_
  int operators_ = 0, saved_ = 0;
};

}  // namespace ziping::content

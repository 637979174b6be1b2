// Which elements of HTML are open, as far as the standard's tree tells: what a
// tag closes that has no end tag of its own, which end tags count for nothing,
// what belongs to a table. The tree itself is never built.
//
// Of the standard's rules for ill-formed HTML three are left out: formatting is
// not opened again behind a block that closed it, text between the rows of a
// table stays where it stands, and select boxes take any content.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "draft/html_containers.hpp"
#include "draft/html_elements.hpp"
#include "draft/html_style.hpp"
#include "replylint/span.hpp"

namespace replylint {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct OpenElement {
  const HtmlElement* element = nullptr;  // nullptr: not known to HTML
  std::string_view name;                 // as written; of a known element in lower case

  Display display = Display::block;
  bool hidden = false;  // shows nothing, whatever is inside

  // What the elements inside take over.
  struct Inherited {
    WhiteSpace white_space = WhiteSpace::collapse;
    bool visible = true;
    bool tiny = false;
    bool marks = true;  // before list items
  };
  Inherited inherited;

  bool has_cell = false;   // one was opened in it
  unsigned next_item = 0;  // of a list: number of its next item; 0: not numbered

  // Places in the visible text.
  bool waits = false;           // for its first visible character …
  std::size_t start = nowhere;  // … which stands here
  bool rest_waits = false;      // the same for what follows a mark of `rest` in it
  std::size_t rest_start = nowhere;
  std::size_t first_quotation = nowhere;

  HtmlContainer container = HtmlContainer::none;
  bool code = false;
  std::string_view href;  // of a link
};

class OpenElements {
 public:
  // Elements within elements beyond this are not told apart from those around
  // them. Browsers stop at the same number.
  static constexpr std::size_t deepest = 512;

  // `closed` is called with each element that ends, innermost first, while it
  // is no longer in the list.
  explicit OpenElements(std::function<void(OpenElement&)> closed);

  // Ends what the start of this element ends. False when its tag counts for
  // nothing where it stands. `element` may be nullptr.
  bool make_room(const HtmlElement* element);

  // Adds an element; false where there are too many.
  bool push(OpenElement element);

  // Reads an end tag. False when it counts for nothing.
  bool close(std::string_view name);

  void close_all();

  [[nodiscard]] OpenElement& top() { return open_.back(); }
  [[nodiscard]] std::vector<OpenElement>& all() { return open_; }  // outermost first

 private:
  template <typename Is, typename Stops>
  [[nodiscard]] std::size_t find(Is is, Stops stops) const;
  [[nodiscard]] std::size_t find_in_scope(std::string_view name) const;
  bool make_room_in_table(std::string_view name);
  void make_room_for_item(std::string_view name, std::string_view other);
  bool close_from(std::size_t index);
  bool close_formatting(std::string_view name);

  std::function<void(OpenElement&)> closed_;
  std::vector<OpenElement> open_;  // the first is the document and never ends
  std::size_t too_deep_ = 0;       // open ones that found no place
};

}  // namespace replylint

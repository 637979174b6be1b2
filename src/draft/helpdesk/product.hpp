// Where helpdesk products keep the text of a canned reply. One file a product;
// products.cpp lists them. Another product is one more file and one more line
// there.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "draft/field_path.hpp"
#include "replylint/draft.hpp"

namespace replylint::helpdesk {

// A field with a reply; paths begin at the record.
struct Body {
  FieldPath path;
  Format format = Format::plain;
  std::optional<Channel> channel = std::nullopt;  // where this text alone is meant for another
  // The item before it in its list may name the channel: ["channel:chat", "text"].
  bool channel_stands_before = false;
};

// Fields that a record has, all of them.
struct Shape {
  std::vector<FieldPath> fields;
  // No other kind of file has them. What is not sure counts where somebody
  // named the file, or keeps it in a folder of templates.
  bool sure = false;
};

struct Product {
  std::string_view name;  // for --input, and of the profile of its placeholders
  std::vector<Shape> shapes;
  // In each group the first field that holds text is the reply: others hold
  // the same once more.
  std::vector<std::vector<Body>> replies;
  std::vector<FieldPath> titles;  // the first that is there names the record
  std::optional<Channel> channel = std::nullopt;
  std::string_view sign = {};  // how its placeholders begin; tells it in a shape that is not sure
  std::string_view container = {};  // the key of the list of records; empty: any, or none
  // A record with this text at this path is no reply to a customer.
  struct Internal {
    FieldPath path;
    std::string_view text;
  };
  std::vector<Internal> internal = {};
};

// All of them; those with the most distinct shapes first.
[[nodiscard]] std::span<const Product* const> products();

// By name; null for none.
[[nodiscard]] const Product* find_product(std::string_view name);

// The records of one file or row: the root itself, or what stands in its lists
// and maps, at most three deep. `strays` are items of the same lists that are
// none.
struct Records {
  const Product* product = nullptr;  // null: nothing was recognised
  bool sure = false;
  std::vector<const Value*> records;
  std::vector<const Value*> strays;
};

// Of one product, or of the one whose shape the file has; sure shapes go first.
[[nodiscard]] Records find_records(const Value& root, const Product& product);
[[nodiscard]] Records find_records(const Value& root);

// A path that is known to be right.
[[nodiscard]] FieldPath path(std::string_view text);

const Product& chatwoot();
const Product& discourse();
const Product& freshdesk();
const Product& front();
const Product& github();
const Product& gorgias();
const Product& helpscout();
const Product& intercom();
const Product& osticket();
const Product& zammad();
const Product& zendesk();

}  // namespace replylint::helpdesk

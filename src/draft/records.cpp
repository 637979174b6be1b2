#include "draft/records.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/reading.hpp"
#include "draft/record_documents.hpp"

namespace replylint {

namespace {

using Reach = RecordError::Reach;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<std::string> text_of(const Value* value) {
  if (value == nullptr || !value->is_scalar()) return std::nullopt;
  return value->text.text;
}

// Why a value is no text.
std::string_view kind_of(const Value& value) {
  switch (value.kind) {
    case Value::Kind::list:
      return "a list";
    case Value::Kind::map:
      return "an object";
    case Value::Kind::alias:
      return "an alias, which is not followed";
    default:
      return "empty";
  }
}

RawRecord to_record(const RecordReader::Document& document, const FieldPath::Hit& hit,
                    Format format) {
  RawRecord record;
  record.slice = document.slice;
  record.at = hit.way.empty() ? hit.value->at : hit.way.back().value->at;
  record.text = hit.value->text.text;
  record.map = hit.value->text.map;
  record.format = format;
  if (format == Format::html) record.encoding.push_back({EncodingLayer::Kind::html});
  if (hit.value->kind == Value::Kind::text) record.encoding.push_back(hit.value->layer);
  record.encoding.insert(record.encoding.end(), hit.outer.begin(), hit.outer.end());
  return record;
}

// ["channel:chat", "text"]
std::optional<Channel> channel_before(const FieldPath::Hit& hit) {
  const auto& items = hit.way.back().value->items;
  if (items.empty() || items.front().text.text != "channel:chat") return std::nullopt;
  return Channel::chat;
}

}  // namespace

std::optional<RecordSyntax> record_syntax_of(std::string_view file_name) {
  const std::string name = ascii::to_lower(file_name);
  struct Ending {
    std::string_view text;
    RecordSyntax syntax;
  };
  constexpr std::array<Ending, 7> endings{{{".json", RecordSyntax::json},
                                           {".yml", RecordSyntax::yaml},
                                           {".yaml", RecordSyntax::yaml},
                                           {".csv", RecordSyntax::csv},
                                           {".tsv", RecordSyntax::csv},
                                           {".jsonl", RecordSyntax::jsonl},
                                           {".ndjson", RecordSyntax::jsonl}}};
  for (const Ending& ending : endings) {
    if (name.ends_with(ending.text)) return ending.syntax;
  }
  return std::nullopt;
}

RecordReader::RecordReader(std::istream& in, RecordSyntax syntax, RecordQuery query)
    : query_(std::move(query)), documents_(Documents::open(in, syntax)) {}

RecordReader::~RecordReader() = default;

std::optional<std::variant<RawRecord, RecordError>> RecordReader::next() {
  while (ready_.empty() && !finished_) {
    auto document = documents_->next();
    if (!document) {
      finished_ = true;
    } else if (auto* error = std::get_if<RecordError>(&*document)) {
      ready_.emplace_back(std::move(*error));
    } else {
      read_document(std::get<Document>(*document));
    }
  }
  if (ready_.empty()) return std::nullopt;
  Item item = std::move(ready_.front());
  ready_.pop_front();
  return item;
}

void RecordReader::complain(const Document& document, std::size_t at, std::string message,
                            Reach reach) {
  ready_.emplace_back(RecordError{reach, document.slice, at, std::move(message)});
  if (reach >= Reach::file) finished_ = true;
}

void RecordReader::read_document(const Document& document) {
  if (document.warning && !std::exchange(warned_, true)) {
    complain(document, document.warning->source, "warning: " + document.warning->message,
             Reach::note);
  }
  if (const auto* fields = std::get_if<NamedFields>(&query_)) {
    read_fields(document, *fields);
  } else {
    read_product(document, std::get<OfProduct>(query_));
  }
}

// The record's name: of several with one name all are read, and that is said.
void RecordReader::add(RawRecord record, const Value* id) {
  if (auto text = text_of(id)) {
    record.id = *std::move(text);
    const bool again = id == last_id_;
    last_id_ = id;
    if (!again && !ids_.insert(record.id).second) {
      ready_.emplace_back(RecordError{Reach::note, record.slice, id->at,
                                      "“" + record.id + "” names another record of this file too"});
    }
  }
  ready_.emplace_back(std::move(record));
}

void RecordReader::read_fields(const Document& document, const NamedFields& fields) {
  const auto hits = fields.text.find_all(document.root);
  if (hits.empty()) {
    complain(document, document.root.at, "nothing stands at “" + fields.text.text() + "”");
    return;
  }
  FieldPath::Known contexts;
  FieldPath::Known ids;
  for (const FieldPath::Hit& hit : hits) {
    if (hit.value == nullptr) {
      const Value& lacks = *hit.way.back().value;
      complain(
          document, lacks.at,
          lacks.kind == Value::Kind::map || lacks.kind == Value::Kind::list
              ? "no field “" + fields.text.text() + "”; name the one with the reply by --text-field"
              : "not an object: no field “" + fields.text.text() + "” can stand in it");
      continue;
    }
    if (!hit.value->is_scalar() && hit.value->kind != Value::Kind::null) {
      complain(document, hit.value->at,
               "the field “" + fields.text.text() + "” is not a text, but " +
                   std::string(kind_of(*hit.value)));
      continue;
    }
    const bool html = looks_like_html(hit.value->text.text);
    RawRecord record = to_record(document, hit, html ? Format::html : Format::plain);
    if (fields.context)
      record.context = text_of(fields.context->find_beside(hit, fields.text, contexts));
    const Value* id = fields.id ? fields.id->find_beside(hit, fields.text, ids) : nullptr;
    if (fields.id && (id == nullptr || !id->is_scalar())) {
      complain(document, record.at, "no field “" + fields.id->text() + "”, named by --id-field");
      continue;
    }
    add(std::move(record), id);
  }
}

void RecordReader::read_product(const Document& document, const OfProduct& wanted) {
  const bool known = product_ != nullptr;
  const helpdesk::Product* const which = known ? product_ : wanted.product;
  helpdesk::Records found = which != nullptr ? helpdesk::find_records(document.root, *which)
                                             : helpdesk::find_records(document.root);
  if (found.product == nullptr && known) {
    complain(document, document.root.at,
             "not in the shape of the other " + std::string(product_->name) + " records");
    return;
  }
  if (found.product == nullptr || (wanted.sure_only && !found.sure && !known)) {
    std::string message = "no record of a helpdesk is recognised here";
    if (wanted.product != nullptr) {
      message = "nothing here has the shape of " + std::string(wanted.product->name) + " records";
    }
    complain(document, document.root.at,
             message + "; name the field with the reply by --text-field", Reach::shape);
    return;
  }
  product_ = found.product;
  sure_ = sure_ || found.sure || wanted.product != nullptr;
  for (const Value* record : found.records) read_reply(document, *record);
  for (const Value* stray : found.strays) {
    complain(document, stray->at,
             "not in the shape of the other " + std::string(product_->name) + " records");
  }
}

void RecordReader::read_reply(const Document& document, const Value& value) {
  const Value* id = nullptr;
  for (const FieldPath& title : product_->titles) {
    const Value* found = title.find_first(value);
    if (found == nullptr || !found->is_scalar() || is_blank(found->text.text)) continue;
    id = found;
    break;
  }
  for (const auto& internal : product_->internal) {
    const Value* text = internal.path.find_first(value);
    if (text != nullptr && text->text.text == internal.text) {
      complain(document, value.at, "an internal note, not a reply; passed over", Reach::note);
      return;
    }
  }
  bool any = false;
  for (const auto& group : product_->replies) {
    for (const helpdesk::Body& body : group) {
      auto hits = body.path.find_all(value);
      std::erase_if(hits, [](const FieldPath::Hit& hit) {
        return hit.value == nullptr || !hit.value->is_scalar() || is_blank(hit.value->text.text);
      });
      for (const FieldPath::Hit& hit : hits) {
        RawRecord record = to_record(document, hit, body.format);
        record.at = value.at;
        record.is_template = true;
        record.channel = body.channel ? body.channel : product_->channel;
        if (body.channel_stands_before && channel_before(hit)) record.channel = channel_before(hit);
        const bool signed_text =
            !product_->sign.empty() && record.text.find(product_->sign) != std::string::npos;
        if (sure_ || signed_text) record.product = product_;
        add(std::move(record), id);
      }
      if (hits.empty()) continue;
      any = true;
      break;
    }
  }
  if (!any)
    complain(document, value.at, "no reply stands in this record; passed over", Reach::note);
}

}  // namespace replylint

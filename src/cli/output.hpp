// Standard output that remembers why a write failed, so that a closed pipe can
// end quietly and a full disk is said.
#pragma once

#include <array>
#include <streambuf>

namespace replylint::cli {

class FileOutput : public std::streambuf {
 public:
  explicit FileOutput(int descriptor);
  FileOutput(const FileOutput&) = delete;
  FileOutput& operator=(const FileOutput&) = delete;
  ~FileOutput() override;

  // The errno of the first write that failed; 0 while none has.
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override;
  int sync() override;

 private:
  bool write_all();

  std::array<char, 65536> buffer_{};
  int descriptor_;
  int error_ = 0;
};

}  // namespace replylint::cli

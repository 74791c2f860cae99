#ifndef ACTANT_EXTRACT_TEXT_FORMAT_MAIL_READER_H_
#define ACTANT_EXTRACT_TEXT_FORMAT_MAIL_READER_H_

#include <string>
#include <string_view>

#include "extract/text/format/record_reader.h"

namespace actant {

/// Whether text begins with the headers of a message.
bool looks_like_mail(std::string_view head);

/// Whether text begins with the `From ` line of an mbox.
bool looks_like_mbox(std::string_view head);

/// E-mail: a message (RFC 5322) or an mbox of them. Subject, Date and From are title, date and source; the text is that
/// of MessageText (mime.h). The place in an mbox is `@BYTE#MESSAGE-ID`.
class MailReader : public RecordReader {
 public:
  MailReader(ReaderContext& context, InputStream& stream, bool mbox) : RecordReader(context, stream), mbox_(mbox) {}
  std::string_view format() const override { return mbox_ ? "mbox" : "e-mail"; }
  bool next(InputArticle& article) override;
  uint64_t record_end() const override { return mbox_ && !ended_ ? next_begin_ : stream_.offset(); }

 private:
  bool read_message();
  std::string fill(InputArticle& article) const;

  bool mbox_;
  bool ended_ = false, begun_ = false, large_ = false;
  std::string message_;
  uint64_t next_begin_ = 0;  // of the one whose `From ` line has been read
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_FORMAT_MAIL_READER_H_

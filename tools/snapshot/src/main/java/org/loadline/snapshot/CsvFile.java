package org.loadline.snapshot;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the CSV file of one form: UTF-8, commas, a header; quotes as in RFC 4180. */
final class CsvFile {
  /** Longer than any cell that means something; memory stays bounded whatever the file. */
  private static final int MOST_CHARACTERS = 1 << 16;

  private static final int TOLD_EVERY = 1 << 14;

  private final Form form;
  private final Path path;
  private final Problems problems;
  private final Progress progress;
  private final CsvRows rows;
  private final PlainRecords plain;

  CsvFile(
      Form form,
      Path path,
      Problems problems,
      Progress progress,
      CsvRows rows,
      PlainRecords plain) {
    this.form = form;
    this.path = path;
    this.problems = problems;
    this.progress = progress;
    this.rows = rows;
    this.plain = plain;
  }

  void read() {
    try {
      PlainRecords.End end = plain.read();
      if (!end.ofFile() && !rows.isRefused()) {
        readRecords(end.bytes());
      }
      finish();
    } catch (FileRefusal refusal) {
      refuse(refusal);
    } catch (IOException unreadable) {
      problems.add(
          FileProblem.UNREADABLE_FILE,
          Place.file(form.file()),
          "",
          Map.of("file", form.file(), "reason", Reasons.of(unreadable)));
    }
  }

  /** Reads what stands after so many bytes. */
  private void readRecords(long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(path);
        Utf8Reader text = Utf8Reader.after(bytes, rows.linesBefore(), in);
        CsvReader<Boolean> records =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_CHARACTERS)
                .build(rows, text)) {
      for (boolean record : records) {
        if (rows.isRefused()) {
          return;
        }
        if (record && rows.rowsRead() % TOLD_EVERY == TOLD_EVERY - 1) {
          progress.read(form.file(), rows.rowsRead(), text.bytesRead());
        }
        rows.refuseTooMany();
      }
      progress.read(form.file(), rows.rowsRead(), text.bytesRead());
    } catch (CsvParseException malformed) {
      throw refusal(malformed);
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    }
  }

  private void finish() {
    if (!rows.hasHeader()) {
      problems.add(
          FileProblem.EMPTY_FILE,
          Place.file(form.file()),
          "",
          Map.of("file", form.file(), "header", form.header()));
    } else if (form.entity().isEmpty() && rows.rowsRead() != 1 && !rows.isRefused()) {
      problems.add(
          FileProblem.SYSTEM_ROWS,
          Place.file(form.file()),
          "",
          Map.of("file", form.file(), "rows", CsvRows.counted(rows.rowsRead(), "row")));
    }
  }

  private void refuse(FileRefusal refusal) {
    Place place = Place.line(form.file(), refusal.line());
    problems.add(refusal.problem(), place, "", refusal.named());
  }

  /** The parser says in words alone which of three things is wrong. */
  private FileRefusal refusal(CsvParseException malformed) {
    Optional<FileRefusal> inText = Reasons.cause(malformed, FileRefusal.class);
    if (inText.isPresent()) {
      return inText.get();
    }
    if (!(malformed.getCause() instanceof CsvParseException reason)) {
      throw malformed;
    }
    String said = Optional.ofNullable(reason.getMessage()).orElse("");
    FileProblem problem =
        said.startsWith("Unclosed")
            ? FileProblem.UNCLOSED_QUOTE
            : said.startsWith("Unexpected")
                ? FileProblem.TEXT_AFTER_QUOTE
                : FileProblem.CELL_TOO_LONG;
    return new FileRefusal(problem, rows.line(), Map.of("most", Integer.toString(MOST_CHARACTERS)));
  }
}

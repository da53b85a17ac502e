package org.loadline.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.loadline.data.Results;

/**
 * Writes results into a folder: a file for each entity with the identity of its rows and its facts,
 * {@code system} for facts of no row, {@code faults} in any case.
 *
 * <p>Numbers are written to the last place; a fraction that does not end has 18 places and is
 * marked with {@code ~}. A value that could not be worked out is an empty cell in CSV and an object
 * with the fault's code in JSON; {@code none} is the word in CSV and null in JSON; typed columns
 * say either in a column of marks: see {@link TypedResults}. Rows stand in the order of identity,
 * columns in that of the report, so the same results give the same bytes. Files are made whole
 * beside the old ones and then take their places: none is ever half written.
 */
public final class ResultsWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().rootValueSeparator(",\n").build();

  private ResultsWriter() {}

  /** Writes every table and returns the files, in the order of the policy. */
  public static List<Path> write(Results results, Path folder, ResultsFormat format)
      throws IOException {
    Files.createDirectories(folder);
    try (FileSwap files = new FileSwap(folder)) {
      switch (format) {
        case CSV, JSON -> writeTexts(results, format, files);
        case PARQUET -> writeTyped(results, format, files);
      }
      return files.commit();
    }
  }

  private static void writeTexts(Results results, ResultsFormat format, FileSwap files)
      throws IOException {
    for (ResultsTable table : new ResultsTables(results).all()) {
      OutputStream file = files.open(table.name() + format.extension());
      try (Writer out = new BufferedWriter(new OutputStreamWriter(file, UTF_8))) {
        if (format == ResultsFormat.CSV) {
          writeCsv(table, out);
        } else {
          writeJson(table, out);
        }
      }
    }
  }

  private static void writeTyped(Results results, ResultsFormat format, FileSwap files)
      throws IOException {
    TableFormat typed =
        TableFormats.of(format.extension())
            .orElseThrow(() -> new IOException("no " + format.extension() + " on the class path"));
    for (TypedTable table : new ResultsTables(results).typed()) {
      try (OutputStream out =
          new BufferedOutputStream(files.open(table.name() + format.extension()))) {
        typed.write(table.columns(), table.rows(), out);
      }
    }
  }

  private static void writeCsv(ResultsTable table, Writer out) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(table.columns());
      table.rows().forEach(row -> csv.writeRecord(row.stream().map(ResultsWriter::text).toList()));
    }
  }

  private static String text(ResultCell cell) {
    return switch (cell) {
      case ResultCell.Written(String text) -> text;
      case ResultCell.Flag(boolean value) -> Boolean.toString(value);
      case ResultCell.None none -> "none";
      case ResultCell.Faulted fault -> "";
    };
  }

  /** An array with a row on each line, so that two runs can be compared by line. */
  private static void writeJson(ResultsTable table, Writer out) throws IOException {
    out.write("[\n");
    JsonGenerator json = JSON.createGenerator(out);
    Iterator<List<ResultCell>> rows = table.rows().iterator();
    while (rows.hasNext()) {
      List<ResultCell> row = rows.next();
      json.writeStartObject();
      for (int column = 0; column < row.size(); column++) {
        json.writeFieldName(table.columns().get(column));
        write(row.get(column), json);
      }
      json.writeEndObject();
    }
    json.flush();
    out.write("\n]\n");
  }

  private static void write(ResultCell cell, JsonGenerator json) throws IOException {
    switch (cell) {
      case ResultCell.Written(String text) -> json.writeString(text);
      case ResultCell.Flag(boolean value) -> json.writeBoolean(value);
      case ResultCell.None none -> json.writeNull();
      case ResultCell.Faulted(String code) -> {
        json.writeStartObject();
        json.writeStringField("fault", code);
        json.writeEndObject();
      }
    }
  }
}

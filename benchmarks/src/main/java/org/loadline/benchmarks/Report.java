package org.loadline.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.loadline.benchmarks.race.Measurement;

/**
 * Measurements for programs, and for the process that started this one.
 *
 * @param loadAverage processes that wanted a processor, over the last minute; negative if unknown
 */
record Report(String machine, double loadAverage, int rounds, List<Measurement> measurements) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  void write(Path file) throws IOException {
    MAPPER.writeValue(file.toFile(), this);
  }

  static Report read(Path file) throws IOException {
    return MAPPER.readValue(file.toFile(), Report.class);
  }
}

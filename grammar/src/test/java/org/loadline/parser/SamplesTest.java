package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** The samples use every form: they are read without a word, and the grammar reads them one way. */
class SamplesTest {
  static final List<String> SAMPLES = Parsed.SAMPLES;

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void isReadWithoutAWord(String name) {
    assertEquals(List.of(), Parsed.of(Parsed.sample(name)).messages());
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void hasOneReading(String name) {
    assertEquals(
        List.of(), ambiguities(Parsed.sample(name), PredictionMode.LL_EXACT_AMBIG_DETECTION));
  }

  /** The fast way must not stop short of what the careful way reads. */
  @ParameterizedTest
  @FieldSource("SAMPLES")
  void isReadTheFastWay(String name) {
    assertEquals(List.of(), ambiguities(Parsed.sample(name), PredictionMode.SLL));
  }

  /** What ANTLR has to say: errors, and text that it could read in two ways. */
  static List<String> ambiguities(String text, PredictionMode mode) {
    Source source = Source.of("sample.risk", text);
    CommonTokenStream tokens = Parsing.tokens(new Problems(source, new DiagnosticSink()));
    RiskParser parser = new RiskParser(tokens);
    List<String> said = new ArrayList<>();
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException error) {
            said.add(line + ":" + column + " " + message);
          }

          @Override
          public void reportAmbiguity(
              Parser parser,
              DFA dfa,
              int start,
              int stop,
              boolean exact,
              BitSet alternatives,
              ATNConfigSet configs) {
            said.add(
                "%s can be read in the ways %s at `%s`"
                    .formatted(
                        parser.getRuleNames()[dfa.atnStartState.ruleIndex],
                        alternatives,
                        tokens.getText(tokens.get(start), tokens.get(stop))));
          }
        });
    parser.file();
    return said;
  }
}

package org.loadline.cli.examples;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.loadline.parser.RiskParser;

/**
 * The forms of a file, as the grammar calls them, each with the parts that may stand in it: {@code
 * pick}, {@code pick WHERE}, {@code pick many}.
 *
 * <p>A form is a rule without labels or one labelled alternative: ANTLR makes a class of it, with
 * an accessor for each word, sign and form that may stand directly in it.
 */
final class GrammarForms {
  /** What a name may be spelt like is no form. */
  private static final Set<Class<?>> WORDS =
      Set.of(
          RiskParser.NameContext.class,
          RiskParser.UnitNameContext.class,
          RiskParser.OwnedNameContext.class,
          RiskParser.WordContext.class);

  /** Read only to be refused with a sentence of its own. */
  private static final Class<?> REFUSED = RiskParser.MisplacedGivenContext.class;

  private static final List<Class<?>> CLASSES =
      Stream.of(RiskParser.class.getClasses())
          .filter(ParserRuleContext.class::isAssignableFrom)
          .toList();

  private GrammarForms() {}

  /** All that a file may be made of. */
  static Set<String> all() {
    Set<String> forms = new TreeSet<>();
    Set<Class<?>> seen = new HashSet<>(WORDS);
    Deque<Class<?>> next = new ArrayDeque<>(List.of(RiskParser.FileContext.class));
    while (!next.isEmpty()) {
      Class<?> form = next.remove();
      if (seen.add(form)) {
        forms.add(name(form));
        for (Method part : parts(form)) {
          forms.add(name(form) + " " + part.getName());
          alternatives(element(part)).forEach(next::add);
        }
      }
    }
    forms.remove("file EOF");
    return forms;
  }

  /** What stands in a tree. */
  static Set<String> in(ParseTree tree) {
    Set<String> forms = new HashSet<>();
    Deque<ParseTree> next = new ArrayDeque<>(List.of(tree));
    while (!next.isEmpty()) {
      ParseTree node = next.remove();
      if (node instanceof ParserRuleContext form && !WORDS.contains(form.getClass())) {
        forms.add(name(form.getClass()));
        for (int i = 0; i < form.getChildCount(); i++) {
          forms.add(name(form.getClass()) + " " + called(form.getChild(i)));
          next.add(form.getChild(i));
        }
      }
    }
    return forms;
  }

  private static String called(ParseTree part) {
    return switch (part) {
      case TerminalNode word -> RiskParser.VOCABULARY.getSymbolicName(word.getSymbol().getType());
      case ParserRuleContext form -> RiskParser.ruleNames[form.getRuleIndex()];
      default -> throw new IllegalStateException(part.getText());
    };
  }

  /** The accessors for all parts of one kind: {@code sum()} of two or more is a list. */
  private static List<Method> parts(Class<?> form) {
    return Arrays.stream(form.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> ParseTree.class.isAssignableFrom(element(method)))
        .filter(method -> element(method) != REFUSED)
        .toList();
  }

  private static Class<?> element(Method part) {
    Type type = part.getGenericReturnType();
    if (type instanceof ParameterizedType list) {
      type = list.getActualTypeArguments()[0];
    }
    return type instanceof Class<?> single ? single : Void.class;
  }

  /** The labelled alternatives of a rule, or the rule itself. */
  private static List<Class<?>> alternatives(Class<?> rule) {
    List<Class<?>> labelled = CLASSES.stream().filter(c -> c.getSuperclass() == rule).toList();
    return labelled.isEmpty() && CLASSES.contains(rule) ? List.of(rule) : labelled;
  }

  private static String name(Class<?> form) {
    String name = form.getSimpleName().replaceAll("Context$", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}

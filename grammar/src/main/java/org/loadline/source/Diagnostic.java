package org.loadline.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said about a place in a text: a code, the place, and the named values of its prose.
 *
 * <p>Immutable data. Renderers turn it into text for a terminal, JSON or an editor. {@code hint}
 * replaces the code's own hint where a better one is known (such as "did you mean"); it may be
 * empty.
 */
public record Diagnostic(
    DiagnosticCode code,
    Label primary,
    List<Label> related,
    Map<String, String> values,
    String message,
    String hint) {

  public Diagnostic {
    related = List.copyOf(related);
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Starts a diagnostic at a place. */
  public static Builder of(DiagnosticCode code, Span span) {
    return new Builder(code, span);
  }

  public Span span() {
    return primary.span();
  }

  public boolean isError() {
    return code.severity() == Severity.ERROR;
  }

  /** Collects the parts of one diagnostic. */
  public static final class Builder {
    private final DiagnosticCode code;
    private final Span span;
    private String label = "";
    private final List<Label> related = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private String hint;

    private Builder(DiagnosticCode code, Span span) {
      this.code = code;
      this.span = span;
      this.hint = code.hint();
    }

    /** A few words beside the place itself. */
    public Builder label(String text) {
      label = text;
      return this;
    }

    /** A value that the prose names, shown as given. */
    public Builder with(String name, Object value) {
      values.put(name, String.valueOf(value));
      return this;
    }

    /** Another place that matters. */
    public Builder also(Span place, String text) {
      related.add(new Label(place, text));
      return this;
    }

    /** Replaces the code's own hint. */
    public Builder hint(String text) {
      hint = text;
      return this;
    }

    public Diagnostic build() {
      return new Diagnostic(
          code, new Label(span, label), related, values, fill(code.message()), fill(hint));
    }

    private String fill(String template) {
      String text = template;
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    }
  }
}

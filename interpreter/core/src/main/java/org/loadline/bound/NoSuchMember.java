package org.loadline.bound;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Name;

/** Says that a choice has no member of a name. */
final class NoSuchMember {
  private NoSuchMember() {}

  static void say(DiagnosticSink sink, Name name, String choice, List<String> members) {
    String all = members.stream().map(m -> "`" + m + "`").collect(Collectors.joining(", "));
    new Saying(sink, NameProblem.NO_SUCH_MEMBER, name.span())
        .with("name", name)
        .with("choice", choice)
        .with("members", all)
        .hint(Suggestions.hint(name.text(), members, NameProblem.NO_SUCH_MEMBER.hint()))
        .send();
  }
}

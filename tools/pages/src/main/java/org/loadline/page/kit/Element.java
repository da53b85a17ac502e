package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An element of HTML or SVG, its attributes in the order in which they were given.
 *
 * <p>Names are those of the code, never of data: one that is no name, that would run a script or
 * leave the page is an {@link IllegalArgumentException}.
 */
public record Element(String name, Map<String, String> attributes, List<Node> content)
    implements Node {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");

  public Element {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    content = List.copyOf(content);
    require(NAME.matcher(name).matches() && !name.equals("script"), name);
    attributes.forEach(Element::check);
  }

  private static void check(String attribute, String value) {
    require(NAME.matcher(attribute).matches() && !attribute.startsWith("on"), attribute);
    require(!attribute.equals("src") && !attribute.equals("style"), attribute);
    require(!attribute.equals("href") || value.startsWith("#"), value);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }

  /** An empty element. */
  public static Element of(String name) {
    return new Element(name, Map.of(), List.of());
  }

  /** An element that holds these. */
  public static Element of(String name, Node... content) {
    return new Element(name, Map.of(), Arrays.asList(content));
  }

  /** An element that holds a text. */
  public static Element of(String name, String text) {
    return of(name, new Words(text));
  }

  /** The same with one more attribute. */
  public Element with(String attribute, String value) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put(attribute, value);
    return new Element(name, all, content);
  }

  /** The same in a class of the style sheet. */
  public Element as(String styleClass) {
    return with("class", styleClass);
  }

  /** The same with more in it. */
  public Element add(Node... more) {
    return add(Arrays.asList(more));
  }

  /** The same with more in it. */
  public Element add(List<? extends Node> more) {
    List<Node> all = new ArrayList<>(content);
    all.addAll(more);
    return new Element(name, attributes, all);
  }

  /** The same with more text in it. */
  public Element add(String text) {
    return add(new Words(text));
  }
}

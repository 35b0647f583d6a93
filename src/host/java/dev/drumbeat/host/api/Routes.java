package dev.drumbeat.host.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which method on which path does what. */
final class Routes {

  private final List<Route> routes = new ArrayList<>();

  /**
   * One thing that clients can do.
   *
   * @param anonymously whether it is there for those who are not logged in, too
   */
  record Route(String method, Pattern path, boolean anonymously, Function<Call, ApiAnswer> answer) {

    /** What stands in the path in place of the stars; nothing when it is another path. */
    Optional<List<String>> parts(String called) {
      Matcher matcher = path.matcher(called);
      return matcher.matches()
          ? Optional.of(
              IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList())
          : Optional.empty();
    }
  }

  /** Adds a route for users; a star in the path is any one part of it. */
  Routes on(String method, String path, Function<Call, ApiAnswer> answer) {
    return add(method, path, false, answer);
  }

  /** Adds a route for everybody. */
  Routes open(String method, String path, Function<Call, ApiAnswer> answer) {
    return add(method, path, true, answer);
  }

  private Routes add(
      String method, String path, boolean anonymously, Function<Call, ApiAnswer> answer) {
    Pattern pattern = Pattern.compile(path.replace("*", "([^/]+)"));
    routes.add(new Route(method, pattern, anonymously, answer));
    return this;
  }

  /** The first route of that method and path. */
  Optional<Route> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && route.parts(path).isPresent())
        .findFirst();
  }

  /** The methods that the path has; none when there is no such path. */
  List<String> methods(String path) {
    return routes.stream()
        .filter(route -> route.parts(path).isPresent())
        .map(Route::method)
        .distinct()
        .sorted()
        .toList();
  }
}

import GraphGradKit

/// Says that nothing is known of the width of letters.
enum FontWarning {
  private static let given: Void = {
    if !Layout.hasFonts {
      Console.warning(
        "no font is installed, so texts may not fit their boxes; install one, such as Debian's "
          + "package fonts-dejavu-core")
    }
  }()

  /// Once, and not where there are fonts.
  static func give() { given }
}
